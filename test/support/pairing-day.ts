import type { Bookmark } from '../../infra/local/control/bookmark.ts';
import { startBrowser } from '../../infra/local/rehearse/browser.ts';
import type { Form } from '../../infra/local/rehearse/form.ts';
import { readMail } from '../../infra/local/rehearse/mail.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { smallFile } from './small-file.ts';
import { aCohort, addressOf, live, origin } from './stage.ts';
import { hrInTabs, type Press, together } from './tabs.ts';

/** Eight places of juniors and seven of seniors: everybody finds somebody, and one place is left over. */
const size = { juniors: 6, seniors: 4 };
const capacities = { junior1: 2, junior2: 2, senior1: 2, senior2: 2, senior3: 2 };
/** What HR says later, when all have been asked: two seniors have a place less, and one has a place more. */
const corrected = { ...capacities, senior1: 1, senior2: 1, senior4: 2 };

/** A moment that many stories begin with. */
interface Morning<T> {
  readonly at: Bookmark;
  readonly forms: T;
}

/** HR and ten people, of whom HR makes pairs. Every form has been read long enough to count once it is sent. */
export interface PairingDay {
  readonly stage: Stage;
  readonly cohortId: string;
  /** Path of its runs at the desk. */
  readonly runs: string;
  readonly press: Press;
  readonly send: (form: Form) => Promise<number>;
  /** Everybody has confirmed. `leave`: by which one of the juniors would leave. */
  readonly confirmed: Morning<{ readonly leave: Form }>;
  /** Every junior has said yes and every senior has been asked; then two seniors had one place less than questions. */
  readonly asked: Morning<{ readonly juniorsYes: Form[]; readonly juniorsNo: Form[]; readonly seniorsYes: Form[] }>;
}

export const minutes = (count: number): number => count * 60_000;

export async function pairingDay(stage: Stage): Promise<PairingDay> {
  const { juniors, seniors } = size;
  const everybody = Object.entries(size).flatMap(([side, count]) =>
    Array.from({ length: count }, (_, place) => `${side.slice(0, -1)}${place + 1}`),
  );
  const cohort = await aCohort(stage, {
    ...size,
    capacities,
    characters: Object.fromEntries(everybody.map((who) => [who, { consents: 'never' }])),
  });
  const browser = startBrowser({ fetch: stage.fetch, now: stage.now });
  const send = async (form: Form) => (await browser.press(form)).status;
  /** Everybody reads; then is the moment. */
  const kept = async <T>(forms: T): Promise<Morning<T>> => {
    await stage.advanceBy(minutes(5));
    return { forms, at: await stage.bookmark() };
  };
  const questions = async (to: 'junior' | 'senior', answer: 'yes' | 'no') => {
    const letters = await Promise.all(stage.mail().map(readMail));
    const links = letters
      .filter(({ to: address }) => address.startsWith(to))
      .flatMap(({ links: all }) => all.filter(({ href }) => /\/consent\/.*answer=/.test(href)))
      .filter(({ href }) => href.endsWith(`answer=${answer}`));
    const forms: Form[] = [];
    for (const { href } of links) forms.push((await browser.open(href)).form());
    return forms;
  };

  await cohort.launch();
  await live(cohort, stage, 2);
  const leave = await leaveForm(cohort, stage, 'junior6');
  const press = await hrInTabs(stage);
  const confirmed = await kept({ leave });

  const { path } = cohort.cohort();
  const runs = `${path}/runs`;
  await together(stage, [() => press(runs, { run: 'run_thefirstone' })]);
  await together(stage, [() => press(`${runs}/run_thefirstone`)]);
  await stage.advanceBy(minutes(1));
  const said = await questions('junior', 'yes');
  await stage.advanceBy(minutes(1));
  for (const form of said) await together(stage, [() => send(form)]);
  await stage.advanceBy(minutes(1));
  cohort.town.begin(async () => {
    await cohort.hr.upload(path, smallFile(juniors, seniors, { capacities: corrected }));
  });
  await live(cohort, stage, 0.1);
  const asked = await kept({
    juniorsYes: await questions('junior', 'yes'),
    juniorsNo: await questions('junior', 'no'),
    seniorsYes: await questions('senior', 'yes'),
  });
  return { stage, cohortId: path.split('/').at(-1) ?? '', runs, press, send, confirmed, asked };
}

async function leaveForm({ town }: Rehearsal, stage: Stage, who: string): Promise<Form> {
  const browser = startBrowser({ fetch: stage.fetch, now: stage.now });
  const letter = town.letters(addressOf(who)).at(-1);
  const me = await browser.open(new URL(letter?.link(/\/me\/[^/]+$/) ?? '', origin).href);
  return (await browser.follow(me, /\/leave$/)).form();
}
