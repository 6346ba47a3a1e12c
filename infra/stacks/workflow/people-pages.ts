import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environment as cohorts } from '../../../functions/cohorts/environment.ts';
import { environment as people } from '../../../functions/people/environment.ts';
import { environment as records } from '../../../functions/records/environment.ts';
import { Page } from '../../constructs/page.ts';
import type { House } from './house.ts';

/** The rooms of the desk that are about people, and about their cohort as a whole. */
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
    new Page(stack, 'cohorts', hall, {
      api,
      answers: [
        'ANY /desk/cohorts/new',
        'ANY /desk/cohorts/{cohort}/settings',
        'ANY /desk/cohorts/{cohort}/settings/{proxy+}',
      ],
      environment: give(cohorts),
      may: [
        table.read('cohorts', 'cohort', 'desk'),
        table.commit('cohorts', 'log'),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
        keys.makeSeal(),
      ],
      memory: 1024,
      timeout: Duration.seconds(29),
      ifItFails: 'HR can neither make a cohort nor change what can still change of one',
    }),
    new Page(stack, 'records', hall, {
      api,
      answers: ['GET /desk/audit', 'ANY /desk/cohorts/{cohort}/audit', 'ANY /desk/cohorts/{cohort}/exports'],
      environment: give(records),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'log'),
        // A look and an export leave their row, and there is nothing else that these pages change.
        table.note(),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
      ],
      memory: 1769,
      timeout: Duration.seconds(29),
      ifItFails: 'HR can neither see who did and looked at what, nor take its lists as files',
    }),
  ];
}
