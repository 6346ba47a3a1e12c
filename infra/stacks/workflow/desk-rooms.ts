import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { environment as cohorts } from '../../../functions/cohorts/environment.ts';
import { environment as desk } from '../../../functions/desk/environment.ts';
import { environment as launch } from '../../../functions/launch/environment.ts';
import { environment as people } from '../../../functions/people/environment.ts';
import { environment as records } from '../../../functions/records/environment.ts';
import { environment as review } from '../../../functions/review/environment.ts';
import { environment as sources } from '../../../functions/sources/environment.ts';
import { environment as staff } from '../../../functions/staff/environment.ts';
import { environment as upload } from '../../../functions/upload/environment.ts';
import { Page } from '../../constructs/page.ts';
import type { TokenType } from '../../constructs/table-access.ts';
import type { House } from './house.ts';

interface Room {
  readonly answers: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Beside looking who is signed in. */
  readonly may: readonly PolicyStatement[];
  /** Links that it makes or takes beside the session's. */
  readonly tokens?: readonly TokenType[];
  readonly memory?: number;
  readonly ifItFails: string;
}

/** A room of a cohort, and all that is behind it. More specific than the desk's own routes: the API hands these over. */
const under = (room: string) => [`ANY /desk/cohorts/{cohort}/${room}`, `ANY /desk/cohorts/{cohort}/${room}/{proxy+}`];

/** The rooms of HR's desk, a function each: what one does not need to do it may not do. */
export function deskRooms(stack: Construct, { hall, web: { api }, give, table, keys }: House): Page[] {
  const room = (name: string, { may, tokens = [], memory = 1024, ...props }: Room) =>
    new Page(stack, name, hall, {
      ...props,
      api,
      // A session that has ended is looked at as a preview, too, before the door asks who it is.
      may: [...may, keys.tokens(...tokens, 'desk-session', 'preview'), keys.pepper()],
      memory,
      timeout: Duration.seconds(29),
    });
  return [
    room('people', {
      answers: ['GET /desk', ...under('people')],
      environment: give(people),
      may: [
        table.read('cohorts', 'cohort', 'stage', 'desk', 'person', 'alias', 'parked'),
        table.commit('cohort', 'person', 'alias', 'log'),
      ],
      // Ten thousand people stream by; of a CPU there is more with more memory.
      memory: 1769,
      ifItFails: 'HR finds neither the home of the desk nor anybody of a cohort',
    }),
    room('cohorts', {
      answers: ['ANY /desk/cohorts/new', ...under('settings')],
      environment: give(cohorts),
      may: [table.read('cohorts', 'cohort', 'desk'), table.commit('cohorts', 'log'), keys.makeSeal()],
      ifItFails: 'HR can neither make a cohort nor change what can still change of one',
    }),
    room('records', {
      answers: ['GET /desk/audit', 'ANY /desk/cohorts/{cohort}/audit', 'ANY /desk/cohorts/{cohort}/exports'],
      environment: give(records),
      // A look and an export leave their row, and there is nothing else that these pages change.
      may: [table.read('cohorts', 'cohort', 'desk', 'log'), table.note()],
      memory: 1769,
      ifItFails: 'HR can neither see who did and looked at what, nor take its lists as files',
    }),
    room('desk', {
      answers: ['ANY /desk', 'ANY /desk/{proxy+}'],
      environment: give(desk),
      may: [
        table.read('cohorts', 'cohort', 'stage', 'desk', 'person'),
        table.commit('cohorts', 'cohort', 'stage', 'desk', 'log'),
      ],
      tokens: ['sign-in', 'cohort-form'],
      ifItFails: 'HR cannot work at the desk',
    }),
    room('launch', {
      answers: under('launch'),
      environment: give(launch),
      may: [table.read('cohorts', 'cohort', 'stage', 'desk'), table.commit('cohorts', 'cohort', 'log')],
      ifItFails: 'HR cannot see what would be sent, nor launch a cohort',
    }),
    room('review', {
      answers: [...under('runs'), ...under('rules')],
      environment: give(review),
      may: [table.read('cohorts', 'cohort', 'desk', 'person', 'alias'), table.commit('cohorts', 'cohort', 'log')],
      // An exact cost, or a preview of rules, computes a whole pairing.
      memory: 1769,
      ifItFails: 'HR can neither see nor approve a pairing, nor edit its rules',
    }),
    room('upload', {
      answers: [...under('upload'), 'ANY /desk/cohorts/{cohort}/uploads/{proxy+}'],
      environment: give(upload),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'upload'),
        table.commit('cohort', 'upload', 'log'),
        table.writePages('upload'),
      ],
      // A workbook of 10,000 lines is held several times over while it is read.
      memory: 1769,
      ifItFails: 'HR can bring in nobody by a file',
    }),
    room('staff', {
      answers: ['ANY /desk/staff', 'ANY /desk/staff/{proxy+}'],
      environment: give(staff),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'stage'),
        table.commit('cohorts', 'cohort', 'desk', 'stage', 'log'),
      ],
      ifItFails: 'HR can neither invite a colleague, end an access, nor hand over',
    }),
    room('sources', {
      answers: [...under('submissions'), ...under('sources')],
      environment: give(sources),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'sources', 'delivery'),
        table.commit('cohort', 'sources', 'log'),
        keys.keepSourceSecrets(),
      ],
      ifItFails: 'HR can neither correct what came in nor connect a form',
    }),
  ];
}
