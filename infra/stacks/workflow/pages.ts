import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environment as answer } from '../../../functions/answer/environment.ts';
import { environment as companySignIn } from '../../../functions/company-sign-in/environment.ts';
import { environment as confirm } from '../../../functions/confirm/environment.ts';
import { environment as consent } from '../../../functions/consent/environment.ts';
import { environment as enrol } from '../../../functions/enrol/environment.ts';
import { environment as help } from '../../../functions/help/environment.ts';
import { environment as hooks } from '../../../functions/hooks/environment.ts';
import { environment as me } from '../../../functions/me/environment.ts';
import { environment as publicPages } from '../../../functions/public/environment.ts';
import { Page } from '../../constructs/page.ts';
import { deskRooms } from './desk-rooms.ts';
import type { House } from './house.ts';

/** The pages that people open. */
export function pages(stack: Construct, house: House): Page[] {
  const { hall, give, table, keys } = house;
  const { api } = house.web;
  const form = (path: string) => [`GET ${path}`, `POST ${path}`];
  return [
    ...deskRooms(stack, house),
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
