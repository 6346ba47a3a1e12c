import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environment as answer } from '../../../functions/answer/environment.ts';
import { environment as companySignIn } from '../../../functions/company-sign-in/environment.ts';
import { environment as confirm } from '../../../functions/confirm/environment.ts';
import { environment as consent } from '../../../functions/consent/environment.ts';
import { environment as desk } from '../../../functions/desk/environment.ts';
import { environment as enrol } from '../../../functions/enrol/environment.ts';
import { environment as help } from '../../../functions/help/environment.ts';
import { environment as hooks } from '../../../functions/hooks/environment.ts';
import { environment as launch } from '../../../functions/launch/environment.ts';
import { environment as me } from '../../../functions/me/environment.ts';
import { environment as publicPages } from '../../../functions/public/environment.ts';
import { environment as review } from '../../../functions/review/environment.ts';
import { environment as sources } from '../../../functions/sources/environment.ts';
import { environment as staff } from '../../../functions/staff/environment.ts';
import { environment as upload } from '../../../functions/upload/environment.ts';
import { Page } from '../../constructs/page.ts';
import type { House } from './house.ts';
import { peoplePages } from './people-pages.ts';

/** The pages that people open. */
export function pages(stack: Construct, house: House): Page[] {
  const { hall, give, table, keys } = house;
  const { api } = house.web;
  const form = (path: string) => [`GET ${path}`, `POST ${path}`];
  return [
    ...peoplePages(stack, house),
    new Page(stack, 'desk', hall, {
      api,
      answers: ['ANY /desk', 'ANY /desk/{proxy+}'],
      environment: give(desk),
      may: [
        table.read('cohorts', 'cohort', 'stage', 'desk', 'person'),
        table.commit('cohorts', 'cohort', 'stage', 'desk', 'log'),
        keys.tokens('sign-in', 'desk-session', 'preview', 'cohort-form'),
        keys.pepper(),
      ],
      memory: 1024,
      timeout: Duration.seconds(29),
      ifItFails: 'HR cannot work at the desk',
    }),
    new Page(stack, 'launch', hall, {
      api,
      answers: ['ANY /desk/cohorts/{cohort}/launch', 'ANY /desk/cohorts/{cohort}/launch/{proxy+}'],
      environment: give(launch),
      may: [
        table.read('cohorts', 'cohort', 'stage', 'desk'),
        table.commit('cohorts', 'cohort', 'log'),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
      ],
      memory: 1024,
      timeout: Duration.seconds(29),
      ifItFails: 'HR cannot see what would be sent, nor launch a cohort',
    }),
    new Page(stack, 'review', hall, {
      api,
      // More specific than the desk's own routes: the API hands these over here.
      answers: ['runs', 'rules'].flatMap((room) => [
        `ANY /desk/cohorts/{cohort}/${room}`,
        `ANY /desk/cohorts/{cohort}/${room}/{proxy+}`,
      ]),
      environment: give(review),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'person', 'alias'),
        table.commit('cohorts', 'cohort', 'log'),
        // A session that has ended is looked at as a preview, too, before the door asks who it is.
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
      ],
      // An exact cost, or a preview of rules, computes a whole pairing.
      memory: 1769,
      timeout: Duration.seconds(29),
      ifItFails: 'HR can neither see nor approve a pairing, nor edit its rules',
    }),
    new Page(stack, 'upload', hall, {
      api,
      answers: [
        'ANY /desk/cohorts/{cohort}/upload',
        'ANY /desk/cohorts/{cohort}/upload/{proxy+}',
        'ANY /desk/cohorts/{cohort}/uploads/{proxy+}',
      ],
      environment: give(upload),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'upload'),
        table.commit('cohort', 'upload', 'log'),
        table.writePages('upload'),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
      ],
      // A workbook of 10,000 lines is held several times over while it is read.
      memory: 1769,
      timeout: Duration.seconds(29),
      ifItFails: 'HR can bring in nobody by a file',
    }),
    new Page(stack, 'staff', hall, {
      api,
      answers: ['ANY /desk/staff', 'ANY /desk/staff/{proxy+}'],
      environment: give(staff),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'stage'),
        table.commit('cohorts', 'cohort', 'desk', 'stage', 'log'),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
      ],
      memory: 1024,
      timeout: Duration.seconds(29),
      ifItFails: 'HR can neither invite a colleague, end an access, nor hand over',
    }),
    new Page(stack, 'sources', hall, {
      api,
      answers: ['submissions', 'sources'].flatMap((room) => [
        `ANY /desk/cohorts/{cohort}/${room}`,
        `ANY /desk/cohorts/{cohort}/${room}/{proxy+}`,
      ]),
      environment: give(sources),
      may: [
        table.read('cohorts', 'cohort', 'desk', 'sources', 'delivery'),
        table.commit('cohort', 'sources', 'log'),
        keys.tokens('desk-session', 'preview'),
        keys.pepper(),
        keys.keepSourceSecrets(),
      ],
      memory: 1024,
      timeout: Duration.seconds(29),
      ifItFails: 'HR can neither correct what came in nor connect a form',
    }),
    ...(hall.config.oidc
      ? [
          new Page(stack, 'company-sign-in', hall, {
            api,
            answers: [
              'GET /desk/company-sign-in',
              'GET /desk/company-sign-in/return',
              'POST /desk/company-sign-in/return',
            ],
            environment: give(companySignIn),
            may: [
              table.read('desk'),
              table.commit('desk'),
              keys.tokens('company-sign-in', 'desk-session', 'preview'),
              keys.companySecret(),
              keys.pepper(),
            ],
            timeout: Duration.seconds(29),
            ifItFails: 'HR cannot sign in with the company account; the link by mail still works',
          }),
        ]
      : []),
    new Page(stack, 'enrol', hall, {
      api,
      answers: form('/enrol/{token}'),
      environment: give(enrol),
      may: [
        table.read('cohorts', 'cohort'),
        table.commit('cohort'),
        table.countPosts(),
        keys.tokens('cohort-form', 'preview', 'form-render'),
        keys.pepper(),
      ],
      ifItFails: 'people who want to take part cannot fill in the form',
    }),
    new Page(stack, 'confirm', hall, {
      api,
      answers: form('/confirm/{token}'),
      environment: give(confirm),
      may: [
        table.read('cohorts', 'cohort'),
        table.commit('cohort'),
        table.countPosts(),
        keys.tokens('confirm', 'me', 'preview', 'form-render'),
      ],
      ifItFails: 'invited people can say neither yes nor no',
    }),
    new Page(stack, 'consent', hall, {
      api,
      answers: form('/consent/{token}'),
      environment: give(consent),
      may: [
        table.read('cohorts', 'cohort'),
        table.commit('cohort'),
        table.countPosts(),
        keys.tokens('consent', 'preview', 'form-render'),
      ],
      ifItFails: 'people who are asked about a pair can say neither yes nor no',
    }),
    new Page(stack, 'answer', hall, {
      api,
      answers: form('/answer/{token}'),
      environment: give(answer),
      may: [
        table.read('cohorts', 'cohort', 'help'),
        table.commit('cohort', 'help'),
        table.countPosts(),
        keys.tokens('answer', 'me', 'preview', 'form-render'),
        keys.seal(),
      ],
      ifItFails: 'answers to check-ins, and calls for help among them, cannot be saved',
    }),
    new Page(stack, 'me', hall, {
      api,
      answers: [...form('/me/{token}'), ...form('/me/{token}/{page}'), ...form('/stop/{token}')],
      environment: give(me),
      may: [
        table.read('cohorts', 'cohort'),
        table.commit('cohort'),
        table.countPosts(),
        keys.tokens('me', 'unsubscribe', 'preview', 'form-render'),
      ],
      ifItFails: 'people cannot log a session, pause, leave or stop letters',
    }),
    new Page(stack, 'help', hall, {
      api,
      answers: form('/help/{token}'),
      environment: give(help),
      may: [
        table.read('cohorts', 'cohort', 'help'),
        table.commit('help'),
        table.countPosts(),
        keys.tokens('help', 'preview', 'form-render'),
      ],
      ifItFails: 'a contact cannot open the call for help that was sent to them',
    }),
    new Page(stack, 'hooks', hall, {
      api,
      // The whole path, and every method: what no route takes would be answered 404, and a provider switches a form off for that.
      answers: ['ANY /hooks', 'ANY /hooks/{proxy+}'],
      provedBy: 'a machine calls: it proves by a signature or a secret who it is, before anything is read',
      environment: give(hooks),
      may: [
        table.read('sources', 'cohorts', 'cohort', 'delivery'),
        table.commit('cohort', 'delivery'),
        keys.sourceSecrets(),
        keys.pepper(),
      ],
      memory: 1024,
      ifItFails: 'what people fill in on a form elsewhere does not arrive, until its provider sends it again',
    }),
    new Page(stack, 'public', hall, {
      api,
      answers: ['GET /', 'GET /assets/{file}', '$default'],
      environment: give(publicPages),
      may: [],
      memory: 256,
      ifItFails: 'pages have no style, and a broken link shows an error',
    }),
  ];
}
