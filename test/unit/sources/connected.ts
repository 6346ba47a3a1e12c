import { SourceId } from '../../../events/ids.ts';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { takeCall } from '../../../functions/hooks/take-call.ts';
import { enrol } from '../../../functions/on-submission-received/enrol.ts';
import type { ProviderName } from '../../../shared/source/source.ts';
import { type Submission, submissions } from '../../../shared/submission/submission.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import { triggerAt } from '../../support/browser-without-browser.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { callOf, documented, type Sent } from '../../support/hooks.ts';
import { at, cohortId, settings } from '../desk/sample.ts';

export const home = `/desk/cohorts/${cohortId}`;
export const topics = ['Soziale Medien', 'Junge Kundschaft'];

/** A desk with one cohort, and what HR and a form elsewhere do there. */
export async function openConnected(fields: Record<string, string> = {}) {
  const desk = await openDesk(at);
  const browser = await desk.signedIn();
  await browser.post('/desk/cohorts/new', {
    ...valuesOf({ ...settings, topics }),
    cohort: cohortId,
    domains: '',
    ...fields,
  });
  return { desk, browser, ...doings(desk, browser) };
}
export type Connected = Awaited<ReturnType<typeof openConnected>>;

type Browser = Awaited<ReturnType<Desk['signedIn']>>;

const doings = (desk: Desk, browser: Browser) => ({
  /** Connects a form as HR does; answers its path, its secret, and the page that showed it. */
  async connect(provider: ProviderName, name = 'Intranet') {
    const source = hidden((await browser.get(`${home}/sources`)).body, 'source');
    const page = await browser.post(`${home}/sources`, { source, provider, name });
    const [secret = ''] = /whsec_[A-Za-z0-9+/=]+/.exec(page.body) ?? [];
    return { sourceId: SourceId.parse(source), path: `${home}/sources/${source}`, secret, page };
  },
  /** Somebody fills in the form. */
  async fillIn(
    provider: ProviderName,
    sourceId: SourceId,
    secret: string,
    body = documented(provider),
    more: Sent = {},
  ) {
    const call = await callOf(provider, body, { secret, at, ...more });
    return takeCall({ ...call, rest: [sourceId, ...call.rest.slice(1)] }, desk, triggerAt(at));
  },
  submissions: (): Promise<Submission[]> =>
    Array.fromAsync(desk.table.list(submissions, partitionsOf(cohortId), prefixOf.submission)),
  /** What the reaction does, which on a stage runs by itself. */
  async react() {
    for (const { submissionId, state } of await Array.fromAsync(
      desk.table.list(submissions, partitionsOf(cohortId), prefixOf.submission),
    )) {
      if (state === 'received') {
        await enrol(
          {
            detailType: 'submission.received.v1',
            cohortId,
            submissionId,
            eventId: '',
            occurredAt: at,
            correlationId: 'c',
          },
          desk,
          triggerAt(at),
        );
      }
    }
  },
});

export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"|value="([^"]*)" name="${name}"`).exec(html)?.slice(1).find(Boolean) ?? '';

/** What the mapping page asks, by what it says of each question. */
export function mappingForm(
  html: string,
  means: Readonly<Record<string, string>>,
  choices: Readonly<Record<string, string>> = {},
) {
  const form: Record<string, string> = {};
  for (const [, place = '', key = ''] of html.matchAll(/name="key-(\d+)" value="([^"]*)"/g)) {
    form[`key-${place}`] = key;
    form[`field-${place}`] = means[key] ?? '';
    form[`choices-${place}`] = choices[key] ?? '';
  }
  return form;
}
