import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environment as people } from '../../../functions/people/environment.ts';
import { Page } from '../../constructs/page.ts';
import type { House } from './house.ts';

/** The rooms of the desk that are about people. */
export function peoplePages(stack: Construct, { hall, web: { api }, give, table, keys }: House): Page[] {
  return [
    new Page(stack, 'people', hall, {
      api,
      answers: ['GET /desk', 'ANY /desk/cohorts/{cohort}/people', 'ANY /desk/cohorts/{cohort}/people/{proxy+}'],
      environment: give(people),
      may: [
        table.read('cohorts', 'cohort', 'stage', 'desk', 'person', 'alias', 'parked'),
        table.commit('cohort', 'person', 'alias', 'log'),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
      ],
      // Ten thousand people stream by; of a CPU there is more with more memory.
      memory: 1769,
      timeout: Duration.seconds(29),
      ifItFails: 'HR finds neither the home of the desk nor anybody of a cohort',
    }),
  ];
}
