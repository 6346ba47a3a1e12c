import { stages } from '../../infra/config.ts';
import { type Character, diligent } from '../../infra/local/rehearse/character.ts';
import type { HrFile } from '../../infra/local/rehearse/hr-file.ts';
import type { Page as Read } from '../../infra/local/rehearse/page.ts';
import { type Rehearsal, rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import type { Room } from './browser.ts';
import { fillInElsewhere } from './elsewhere.ts';
import { enrolByForm } from './newcomer.ts';
import { smallFile } from './small-file.ts';

export type Language = 'de' | 'en';
const day = 86_400_000;
const enrolmentDeadline = '2026-01-25';
const domains = 'nordwerk.example';

/** Who of the file waits with what, one in each language; all others do at once what their letters ask. */
const characters: Readonly<Record<string, Partial<Character>>> = {
  junior1: { answers: 0, answersReminder: 0, logs: 0 },
  junior2: { answers: 0, answersReminder: 0, logs: 0 },
  junior3: { confirms: 'when reminded', consents: 'never' },
  junior4: { confirms: 'when reminded', consents: 'never' },
  junior5: { confirms: 'never' },
  junior6: { confirms: 'never' },
  senior1: { reads: { from: 80, to: 85 }, asksForHelp: { at: 1, contact: 'coordinator' } },
};
const places = {
  asked: { de: 'junior1', en: 'junior2' },
  proposed: { de: 'junior3', en: 'junior4' },
  invited: { de: 'junior5', en: 'junior6' },
} as const;
const addressOf = (place: string) => `${place}@${domains}`;

/** A stage on which every page of the product has something to show, with the paths that lead there. */
export interface LivedIn {
  /** The path of the newest link of this kind to the one who waits with it. */
  mailed(who: keyof typeof places, language: Language, link: RegExp): string;
  readonly help: string;
  /** Somebody else at the desk. */
  readonly colleague: string;
  readonly enrol: string;
  /** The cohort that is under way, one that has people and is not launched, and one that nobody has touched. */
  readonly running: string;
  readonly draft: string;
  readonly empty: string;
  /** The first link of a page of HR's that fits. */
  linked(from: string, link: RegExp): string;
  /** A file whose lines are to be looked at, and one whose columns nobody knows. */
  readonly preview: string;
  readonly columns: string;
}

export async function liveIn({ stage, origin }: Room): Promise<LivedIn> {
  const file = smallFile(6, 4);
  const people = rehearsal({
    stage,
    origin,
    hrAddress: stages.local.firstAdmin,
    file,
    seed: 'pages',
    characters: Object.fromEntries(
      file.people.map(({ address }) => [address, { ...diligent, ...characters[address.split('@')[0] ?? ''] }]),
    ),
    plan: { name: 'Winter 2026', fields: { enrolmentDeadline, start: '2026-01-26', end: '2026-06-30', domains } },
  });
  const { town } = people;
  async function act<T>(what: () => Promise<T>): Promise<T> {
    const done: T[] = [];
    town.begin(async () => void done.push(await what()));
    await town.live(() => done.length > 0);
    const [result] = done;
    if (result === undefined) throw new Error('nothing came of it');
    return result;
  }
  const live = (days: number) => {
    const until = stage.now() + days * day;
    town.begin(() => Promise.resolve(), until);
    return town.live(() => stage.now() >= until);
  };

  await people.launch();
  stage.invokeLater('on-pair-formed', { 'detail-type': 'pair.formed.v1', detail: {} });
  const running = people.cohort().path;
  await live(4);
  await people.pairUp();
  await live(1);
  await people.askNow();
  // Those who said yes when they were reminded are asked about a pair, and the check-in is still open.
  const late = [places.proposed.de, places.proposed.en].map((place) => people.person(addressOf(place)));
  await town.live(() => late.every(({ memory }) => memory.confirmed));
  await people.pairUp();
  await town.live(() => town.letters().some(({ links }) => links.some(({ href }) => /\/help\//.test(href))));
  const { draft, empty, pages } = await act(() => atTheDesk(people, stage, file));
  await stage.settle();

  const pathIn = (address: string | undefined, link: RegExp): string => {
    const found = town
      .letters(address)
      .flatMap(({ links }) => links)
      .findLast(({ href }) => link.test(href));
    if (!found) throw new Error(`no letter to ${address} has a link like ${link}`);
    return pathOf(found.href);
  };
  const linked = (from: string, link: RegExp): string => {
    const paths = pages.get(from)?.links.map(({ href }) => pathOf(href)) ?? [];
    const found = paths.find((path) => link.test(path));
    if (!found) throw new Error(`${from} has no link like ${link}; there is ${paths.join(' ')}`);
    return found;
  };
  return {
    mailed: (who, language, link) => pathIn(addressOf(places[who][language]), link),
    help: pathIn(undefined, /\/help\//),
    enrol: new URL(enrolLinkOn(pages.get(running))).pathname,
    running,
    draft,
    empty,
    linked,
    colleague: linked('/desk/staff', /\/staff\/mem_\w+$/),
    preview: new URL(pages.get('preview')?.url ?? '').pathname,
    columns: new URL(pages.get('columns')?.url ?? '').pathname,
  };
}

function pathOf(href: string): string {
  const { pathname, search } = new URL(href, 'http://stage');
  return `${pathname}${search}`;
}

const enrolLinkOn = (page: Read | undefined) => /value="(http[^"]*\/enrol\/[^"]+)"/.exec(page?.html ?? '')?.[1] ?? '';

/** What HR has begun and not finished. */
async function atTheDesk(people: Rehearsal, stage: Room['stage'], file: HrFile) {
  const { hr, plan } = people;
  const running = people.cohort().path;
  const pages = new Map<string, Read>();
  await enrolByForm(people, running, { name: 'Nora Neu', email: 'nora.neu@nordwerk.example' });
  await fillInElsewhere(people, stage, running, { name: 'Nils Neu', email: 'nils.neu@nordwerk.example' });
  const draft = await hr.makeCohort({ ...plan, name: 'Spring 2026' });
  await hr.upload(draft.path, file);
  const empty = await hr.makeCohort({ ...plan, name: 'Summer 2026' });
  const upload = async (bytes: string) => {
    const page = await hr.open(`${running}/upload`);
    const form = page.forms.find(({ multipart }) => multipart);
    const field = form?.fields.find(({ type }) => type === 'file');
    if (!form || !field) throw new Error('the desk takes no file');
    return hr.send(form.attach(field.name, { name: 'people.csv', bytes: new TextEncoder().encode(bytes) }));
  };
  const lines = new TextDecoder().decode(file.bytes);
  const mistaken = lines.replace('junior2@nordwerk.example', 'nobody').replace(/\n[^\n]*junior6@[^\n]*/, '');
  pages.set('preview', await upload(mistaken.replace('Lea Jung1', 'Lea Alt')));
  pages.set('columns', await upload(lines.replace('email', 'Dienstliche Post').replace('manager_id', 'Über mir')));
  const guest = (await hr.open('/desk/staff/invite')).form('address');
  await hr.send(guest.fill({ name: 'Paul Beispiel', address: 'paul.beispiel@nordwerk.example', role: 'admin' }));
  pages.set('/desk/staff', await hr.open('/desk/staff'));
  for (const room of ['', '/people', '/runs', '/letters', '/submissions', '/sources'])
    pages.set(`${running}${room}`, await hr.open(`${running}${room}`));
  const [run] = pages.get(`${running}/runs`)?.links.filter(({ href }) => /\/runs\/run_/.test(href)) ?? [];
  if (run) pages.set(`${running}/runs/run`, await hr.open(new URL(run.href, 'http://desk').pathname));
  return { draft: draft.path, empty: empty.path, pages };
}
