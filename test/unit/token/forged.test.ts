import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HelpId } from '../../../events/ids.ts';
import { answer } from '../../../functions/answer/answer.ts';
import { confirm } from '../../../functions/confirm/confirm.ts';
import { consent } from '../../../functions/consent/consent.ts';
import { showLink, useLink } from '../../../functions/desk/sign-in/open-link.ts';
import { enrol } from '../../../functions/enrol/enrol.ts';
import { help } from '../../../functions/help/help.ts';
import { answer as me } from '../../../functions/me/me.ts';
import { answer as elsewhere } from '../../../functions/public/public.ts';
import { answerBy } from '../../../shared/desk/answer.ts';
import { helps } from '../../../shared/help/help.ts';
import { randomBytes, randomId } from '../../../shared/runtime/random.ts';
import { mint } from '../../../shared/token/token.ts';
import { type TokenType, tokenTypeNames } from '../../../shared/token/types.ts';
import type { Reply, Request } from '../../../shared/web/http.ts';
import { request, triggerAt } from '../../support/browser-without-browser.ts';
import { heavy } from '../../support/heavy.ts';
import { checkInId, cohortId, junior, noon, pairId } from '../../support/programme.ts';
import { between } from '../functions/consent/asked.ts';
import { type Good, mutations } from './mutations.ts';

const memory = between({}, { cohort: { domains: ['example.com'], enrolmentDeadline: '2026-12-31' } });
const helpId = 'help_0a1b2c3d4e5f' as HelpId;
memory.has(
  helps,
  { helpId },
  { helpId, cohortId, personId: junior, contact: 'coordinator', about: 'call', state: 'open', askedAt: noon },
);
const secrets = tokenTypeNames.map((type) => [type, { keyId: '1', secret: randomBytes(32) }] as const);
for (const [type, { secret }] of secrets) memory.hasKey(`token#${type}`, secret);
const keys = Object.fromEntries(secrets) as Good['keys'];

const needs = {
  table: memory.table,
  keys: memory.keys,
  posts: memory.posts,
  stage: 'prod',
  randomBytes,
  randomId,
  origin: 'https://mentoring.example',
  firstAdmin: 'hanna@example.org',
  mailMode: '"everyone"',
  mayLaunch: true,
  banner: '',
};
interface Route {
  readonly type: TokenType;
  readonly claims: Readonly<Record<string, string>>;
  readonly path: string;
  readonly rest?: readonly string[];
  ask(request: Request): Promise<Reply>;
}
const who = { cohort: cohortId, person: junior };
const trigger = triggerAt(noon);
const routes: readonly Route[] = [
  {
    type: 'answer',
    claims: { cohort: cohortId, checkIn: checkInId },
    path: '/answer/',
    ask: (r) => answer(r, needs, trigger),
  },
  { type: 'confirm', claims: who, path: '/confirm/', ask: (r) => confirm(r, needs, trigger) },
  { type: 'consent', claims: { ...who, pair: pairId }, path: '/consent/', ask: (r) => consent(r, needs, trigger) },
  {
    type: 'me',
    claims: who,
    path: '/me/',
    rest: ['', '/session', '/data', '/letters', '/pause', '/leave'],
    ask: (r) => me(r, needs, trigger),
  },
  { type: 'unsubscribe', claims: { ...who, kind: 'check-in' }, path: '/stop/', ask: (r) => me(r, needs, trigger) },
  { type: 'help', claims: { help: helpId }, path: '/help/', ask: (r) => help(r, needs, trigger) },
  { type: 'cohort-form', claims: { cohort: cohortId }, path: '/enrol/', ask: (r) => enrol(r, needs, trigger) },
];
const desk = answerBy([
  { method: 'GET', path: '/desk/sign-in/:token', door: showLink },
  { method: 'POST', path: '/desk/sign-in/:token', door: useLink },
]);
const signIn: Route = {
  type: 'sign-in',
  claims: { member: 'mem_00000000000000000000000000000001', id: 'a1b2' },
  path: '/desk/sign-in/',
  ask: (r) => desk(r, needs, trigger),
};
const methods = ['GET', 'HEAD', 'POST'] as const;
const told = ({ status, body, headers, cookies }: Reply) => JSON.stringify({ status, headers, cookies, body });
const good = ({ type, claims }: Route): Good => ({
  type,
  claims,
  token: mint(type, keys[type], claims, '2026-12-01T00:00:00.000Z'),
  keys,
  stranger: new Uint8Array(32).fill(255),
});

it.each(routes)('a good token opens $path, so that it is the change to it that is refused', async (route) => {
  for (const rest of route.rest ?? [''])
    expect((await route.ask(request('GET', `${route.path}${good(route).token}${rest}`))).status).toBe(200);
});

it('no changed, forged, expired or misplaced token opens anything: each answer is the page that does not exist, byte for byte', async () => {
  const gone = told(await elsewhere(request('GET', '/no/such/page'), needs));
  // At the desk's own door that page says how to come in.
  const spent = told(await signIn.ask(request('GET', `${signIn.path}none`)));
  const attempt = fc.record({
    route: fc.constantFrom(...routes, signIn),
    mutation: mutations,
    method: fc.constantFrom(...methods),
    place: fc.nat(5),
  });
  await fc.assert(
    fc.asyncProperty(attempt, async ({ route, mutation, method, place }) => {
      const whole = good(route);
      const token = mutation(whole);
      // Without a token it is another address at the desk, which finds its pages by the path.
      fc.pre(token !== whole.token && !(route === signIn && token === ''));
      const rest = route.rest?.[place % route.rest.length] ?? '';
      const reply = await route.ask({
        ...request(method, `${route.path}x${rest}`),
        path: `${route.path}${route === signIn ? encodeURIComponent(token) : token}${rest}`,
        params: { token, ...(rest === '' ? {} : { page: rest.slice(1) }) },
        form: new URLSearchParams({ answer: 'yes', P1: 'yes', by: 'person' }),
      });
      expect(told(reply)).toBe(route === signIn ? spent : gone);
    }),
    { numRuns: heavy ? 100_000 : 3_000, seed: heavy ? undefined : 4 },
  );
  expect(memory.commits()).toBe(0);
  expect(memory.text()).not.toContain('posts#');
});
