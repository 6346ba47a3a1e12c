import { ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { answer as cohortPages } from '../../functions/cohorts/answer.ts';
import { answer as company } from '../../functions/company-sign-in/answer.ts';
import type { Provider } from '../../functions/company-sign-in/needs.ts';
import { answer as desk } from '../../functions/desk/answer.ts';
import { answer as launch } from '../../functions/launch/answer.ts';
import { answer as people } from '../../functions/people/answer.ts';
import { answer as records } from '../../functions/records/answer.ts';
import { answer as review } from '../../functions/review/answer.ts';
import { answer as sources } from '../../functions/sources/answer.ts';
import { answer as staff } from '../../functions/staff/answer.ts';
import { answer as upload } from '../../functions/upload/answer.ts';
import { startDynamoDb } from '../../infra/local/dynamodb/dynamodb.ts';
import { dynamoKeys } from '../../shared/keys/keys.dynamodb.ts';
import { dynamoSourceSecrets } from '../../shared/keys/source-secrets.dynamodb.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import { members } from '../../shared/member/member.ts';
import type { Reach } from '../../shared/member/rights.ts';
import { randomBytes, randomId, randomSecret } from '../../shared/runtime/random.ts';
import { dynamoTable } from '../../shared/table/table.dynamodb.ts';
import { makeLink } from '../../shared/token/open-link.ts';
import { tokenTypeNames } from '../../shared/token/types.ts';
import type { Reply, Request, UploadedFile } from '../../shared/web/http.ts';
import { clientFor } from './dynamodb-endpoint.ts';

const schema = {
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ],
  AttributeDefinitions: ['pk', 'sk'].map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
};

/** As the API shares the paths out; the desk's own function answers the rest. */
const rooms = [
  { paths: /^\/desk\/company-sign-in(\/|$)/, answer: company },
  { paths: /^\/desk\/cohorts\/[^/]+\/people(\/|$)/, answer: people },
  { paths: /^\/desk\/(cohorts\/[^/]+\/)?(audit|exports)(\/|$)/, answer: records },
  { paths: /^\/desk\/cohorts\/(new$|[^/]+\/settings(\/|$))/, answer: cohortPages },
  { paths: /^\/desk\/staff(\/|$)/, answer: staff },
  { paths: /^\/desk\/cohorts\/[^/]+\/(runs|rules)(\/|$)/, answer: review },
  { paths: /^\/desk\/cohorts\/[^/]+\/launch(\/|$)/, answer: launch },
  { paths: /^\/desk\/cohorts\/[^/]+\/uploads?(\/|$)/, answer: upload },
  { paths: /^\/desk\/cohorts\/[^/]+\/(submissions|sources)(\/|$)/, answer: sources },
];

const nobody = async (): Promise<never> => {
  throw new Error('this desk knows no company accounts');
};
const noCompany: Provider = { begin: nobody, finish: nobody };

/** The desk on tables of its own, without the stage around it: nothing reacts to what it says. */
export async function openDesk(
  start = '2026-03-02T08:00:00.000Z',
  { mayLaunch = true, provider }: { mayLaunch?: boolean; provider?: Provider } = {},
) {
  const dynamoDb = startDynamoDb({ now: () => Date.parse(start) });
  for (const name of ['table', 'keys']) dynamoDb.createTable({ TableName: name, ...schema });
  const { client, close } = await clientFor(dynamoDb);
  const table = dynamoTable(client, 'table');
  const keys = dynamoKeys(client, 'keys');
  for (const type of tokenTypeNames) await keys.putIfAbsent({ pk: `token#${type}`, sk: '1' }, randomBytes(32));
  await keys.putIfAbsent({ pk: 'pepper', sk: '1' }, randomBytes(32));
  const secrets = dynamoSourceSecrets(client, 'keys');
  const needs = {
    table,
    keys,
    secrets,
    randomSecret,
    randomId,
    randomBytes,
    stage: 'test',
    origin: 'https://mentoring.example',
    firstAdmin: 'hanna@example.org',
    mailMode: '"everyone"',
    mayLaunch,
    banner: '',
    companySignIn: provider !== undefined,
    provider: provider ?? noCompany,
    warn: () => {},
  };
  let now = start;

  /** A browser of its own: it keeps its cookies. */
  const browser = () => {
    const jar = new Map<string, string>();
    const ask = async (request: Partial<Request>): Promise<Reply> => {
      const [path = '/desk', query] = (request.path ?? '/desk').split('?');
      const home = path === '/desk' && (request.method ?? 'GET') === 'GET';
      const answer = home ? people : (rooms.find(({ paths }) => paths.test(path))?.answer ?? desk);
      const reply = await answer(
        {
          method: 'GET',
          params: {},
          query: new URLSearchParams(query),
          form: new URLSearchParams(),
          files: new Map(),
          cookies: Object.fromEntries(jar),
          language: 'en',
          headers: {},
          ...request,
          path,
        },
        needs,
        {
          at: now,
          correlationId: 'test',
          command: (name) => ({ name, by: 'desk', at: now, why: 'test', correlationId: 'test' }),
          remaining: () => 10_000,
        },
      );
      for (const cookie of reply.cookies ?? []) {
        const [pair = ''] = cookie.split(';');
        const at = pair.indexOf('=');
        if (cookie.includes('Max-Age=0')) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return reply;
    };
    return {
      get: (path: string, more: Partial<Request> = {}) => ask({ path, ...more }),
      post: (path: string, form: Record<string, string> = {}, more: Partial<Request> = {}) =>
        ask({ method: 'POST', path, form: new URLSearchParams(form), ...more }),
      upload: (path: string, bytes: Uint8Array | string, name = 'people.csv') => {
        const file: UploadedFile = { name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes };
        return ask({ method: 'POST', path, files: new Map([['file', file]]) });
      },
    };
  };
  /** The letters of the desk, oldest first. */
  const letterList = async (): Promise<Letter[]> =>
    (await Array.fromAsync(table.list(letters, ['stage'], 'letter#'))).sort((a, b) =>
      a.plannedAt.localeCompare(b.plannedAt),
    );

  /** The path of the link in a letter, as the sender of letters writes it. */
  async function mailedLink(letter: Letter | undefined): Promise<string> {
    if (!letter?.subject.signIn || !letter.notAfter || !('memberId' in letter.to)) throw new Error('no sign-in letter');
    const claims = { member: letter.to.memberId, id: letter.subject.signIn.id };
    return makeLink(keys, '', 'sign-in', claims, letter.notAfter);
  }

  /** A browser in which the first admin is signed in. */
  async function signedIn(address = 'hanna@example.org') {
    const hers = browser();
    await hers.post('/desk', { address });
    const memberId = (await keys.identity()).memberId(address);
    const links = (await letterList()).filter(({ kind }) => kind === 'sign-in');
    await hers.post(await mailedLink(links.findLast(({ to }) => 'memberId' in to && to.memberId === memberId)));
    return hers;
  }

  /** A browser in which somebody of this role is signed in, who was listed just now. */
  async function signedInAs(reach: Reach, address = `${reach.role}@example.org`) {
    const memberId = (await keys.identity()).memberId(address);
    const command = { name: 'list', by: 'test', at: now, why: 'test', correlationId: 'test' };
    const { role, cohorts } = reach;
    await table.change(members, { memberId }, command, () => ({
      to: { memberId, address, role, cohorts: cohorts === 'all' ? cohorts : [...cohorts], listed: true, epoch: 1 },
    }));
    return signedIn(address);
  }

  /** Every item of the table, by its keys. */
  async function everything(): Promise<Map<string, Record<string, unknown>>> {
    const items = new Map<string, Record<string, unknown>>();
    let from: ScanCommandOutput['LastEvaluatedKey'];
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({ TableName: 'table', ...(from && { ExclusiveStartKey: from }) }),
      );
      for (const item of Items.map((each) => unmarshall(each))) items.set(`${item.pk}/${item.sk}`, item);
      from = LastEvaluatedKey;
    } while (from);
    return items;
  }

  return {
    table,
    keys,
    secrets,
    browser,
    everything,
    letterList,
    mailedLink,
    signedIn,
    signedInAs,
    close,
    /** Moves the clock of everything. */
    later(minutes: number) {
      now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;
