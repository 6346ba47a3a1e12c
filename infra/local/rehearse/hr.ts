import type { Random } from '../clock/random.ts';
import type { Form } from './form.ts';
import type { HrFile } from './hr-file.ts';
import type { Letter } from './mail.ts';
import { NotOnPage, type Page } from './page.ts';
import { handsOf } from './person.ts';
import type { Resident, Street } from './town.ts';

export interface Contact {
  readonly name: string;
  readonly address: string;
}

/** What HR fills in when it makes a cohort. What is left out stays as the desk suggests it. */
export interface CohortPlan {
  readonly name: string;
  readonly topics: readonly string[];
  readonly coordinators: readonly Contact[];
  readonly independentContacts: readonly Contact[];
  /** Other fields of the form, by name. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface MadeCohort {
  /** Path of its page at the desk. */
  readonly path: string;
  /** Its last day. */
  readonly end: string;
}

/** Somebody at the desk, by its pages and the mailed link alone. */
export interface Hr extends Resident {
  signIn(): Promise<Page>;
  makeCohort(plan: CohortPlan): Promise<MadeCohort>;
  /** Dry run, commit, and the wait until every line is through. Answers what the dry run said. */
  upload(cohort: string, file: HrFile): Promise<Page>;
  launch(cohort: string, name: string): Promise<Page>;
  /** Starts a run, waits for the proposal and approves it. Answers what it approved. */
  pairUp(cohort: string): Promise<Page>;
  open(path: string): Promise<Page>;
  /** Presses a button of a page that HR has opened. */
  send(form: Form, button?: string | RegExp): Promise<Page>;
  end(cohort: string): Promise<Page>;
  askNow(cohort: string): Promise<Page>;
}

export interface HrNeeds {
  town: Street;
  origin: string;
  address: string;
  random: Random;
  /** Thinks over pages as people do; a machine that only wants the result does not. */
  hurried?: boolean;
  /** Seconds after which whatever does not come is given up, at once and for good; people ask again and wait longer. */
  patience?: number;
}

/** The desk's door: nobody is signed in. */
const asksWho = (page: Page) => page.forms.some((form) => form.has('address') && form.fields.length === 1);

/** The form that a page sends to itself: what it asks to be decided. */
function ownForm(page: Page): Form {
  const found = page.forms.find((form) => form.method === 'post' && form.action === page.url);
  if (!found) throw new NotOnPage('decision', page);
  return found;
}

/** Seconds in which the desk writes to an address only once. */
const quiet = 301;
/** Seconds until HR asks for another link, and until it gives up waiting for anything else. */
const untilAnother = 360;
const untilGivenUp = 1200;

export function hr({ town, origin, address, random, hurried = false, patience }: HrNeeds): Hr {
  const hands = handsOf(town, random, 'en');
  const { browser } = hands;
  const submit: typeof hands.submit = (form, button) =>
    hurried ? browser.press(form, button) : hands.submit(form, button);
  const open = (path: string) => (patience === undefined ? hands.open : browser.open)(new URL(path, origin).href);
  /** Seconds between two looks at something that is on its way. */
  const look = hurried ? 0.5 : 5;

  async function seenWithin<T>(seconds: number, seen: () => T | undefined | Promise<T | undefined>) {
    for (let waited = 0; waited < seconds; waited += look) {
      const found = await seen();
      if (found !== undefined) return found;
      await town.pause(look);
    }
    return undefined;
  }

  async function waitFor<T>(what: string, seen: () => T | undefined | Promise<T | undefined>): Promise<T> {
    const found = await seenWithin(patience ?? untilGivenUp, seen);
    if (found === undefined) throw new Error(`HR waited in vain for ${what}`);
    return found;
  }

  const good = (page: Page, what: string): Page => {
    if (page.status >= 400) throw new NotOnPage(what, page);
    return page;
  };

  /** A letter that does not come and a link that is used up by a page that nobody saw are both replaced by asking again. */
  async function signIn(): Promise<Page> {
    for (let attempt = 0; attempt < 3; attempt++) {
      const page = await tryToSignIn();
      if (page && page.status < 400) return page;
      if (patience !== undefined)
        throw new Error(page ? `the sign-in link answers ${page.status}` : 'no sign-in letter came');
      // The desk writes to an address once in five minutes.
      await town.pause(quiet);
    }
    throw new Error('HR cannot sign in');
  }

  async function tryToSignIn(): Promise<Page | undefined> {
    const known = new Set(town.letters(address));
    const door = await open('/desk');
    if (!asksWho(door)) return door;
    good(await submit(door.form('address').fill({ address })), 'sign-in');
    const isLink = (letter: Letter) =>
      !known.has(letter) && letter.links.some(({ href }) => /\/desk\/sign-in\//.test(href));
    const letter = await seenWithin(patience ?? untilAnother, () => town.letters(address).find(isLink));
    if (!letter) return undefined;
    const page = await hands.open(letter.link(/\/desk\/sign-in\//));
    return page.status < 400 ? submit(page.form()) : page;
  }

  /** The session lasts a working day: whoever comes back later signs in again. */
  async function at(path: string): Promise<Page> {
    const page = await open(path);
    if (!asksWho(page)) return page;
    await signIn();
    return open(path);
  }

  const contactFields = (prefix: string, contacts: readonly Contact[]) =>
    Object.fromEntries(
      contacts.flatMap(({ name, address: mail }, row) => [
        [`${prefix}-name-${row}`, name],
        [`${prefix}-address-${row}`, mail],
      ]),
    );

  return {
    address,
    signIn,
    open: at,
    send: submit,
    async makeCohort({ name, topics, coordinators, independentContacts, fields = {} }) {
      const page = await at('/desk/cohorts/new');
      const form = page.form('name').fill({
        name,
        topics: topics.join('\n'),
        ...contactFields('coordinator', coordinators),
        ...contactFields('independent', independentContacts),
        ...fields,
      });
      const made = good(await submit(form), 'cohort');
      const { pathname } = new URL(made.url);
      const [cohort] = /^\/desk\/cohorts\/[^/]+/.exec(pathname) ?? [];
      if (cohort === undefined || cohort === '/desk/cohorts/new') throw new NotOnPage('new cohort', made);
      return { path: cohort, end: form.value('end') ?? '' };
    },
    async upload(cohort, file) {
      const page = await at(`${cohort}/upload`);
      const form = page.forms.find(({ multipart }) => multipart);
      const field = form?.fields.find(({ type }) => type === 'file');
      if (!form || !field) throw new NotOnPage('form for a file', page);
      const dryRun = good(await submit(form.attach(field.name, file)), 'dry run');
      const committed = good(await submit(ownForm(dryRun)), 'commit');
      const working = (page: Page) => page.links.some(({ href }) => href === committed.url);
      await waitFor('every line of the file', async () => {
        const page = await at(new URL(committed.url).pathname);
        return working(page) ? undefined : page;
      });
      return dryRun;
    },
    async launch(cohort, name) {
      const page = await waitFor('people to launch', async () => {
        const found = await at(`${cohort}/launch`);
        return found.forms.some((form) => form.has('typed')) ? found : undefined;
      });
      return good(await submit(page.form('typed').fill({ typed: name })), 'launch');
    },
    async pairUp(cohort) {
      const overview = await at(cohort);
      const run = good(await submit(overview.form(/\/runs$/)), 'pairing');
      const proposal = await waitFor('the proposal', async () => {
        const page = await at(new URL(run.url).pathname);
        return page.forms.some((form) => form.action === page.url) ? page : undefined;
      });
      good(await submit(ownForm(proposal)), 'approval');
      return proposal;
    },
    async end(cohort) {
      const page = await at(`${cohort}/end`);
      return good(await submit(page.form(/\/end$/)), 'end');
    },
    async askNow(cohort) {
      const page = await at(cohort);
      return good(await submit(page.form(/\/round$/)), 'round');
    },
  };
}
