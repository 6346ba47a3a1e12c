import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from './clock/random.ts';
import { hr } from './rehearse/hr.ts';
import type { HrFile } from './rehearse/hr-file.ts';
import { openTown, type StageOfPeople } from './rehearse/town.ts';
import type { Stage } from './stage.ts';

export interface SampleNeeds {
  stage: Stage;
  origin: string;
  /** Who signs in at the desk. */
  hrAddress: string;
  file: HrFile;
  /** Called with each step that is done. */
  onStep(step: string): void;
  /** Called whenever more letters have arrived. */
  onLetters(arrived: number, of: number): void;
}

const name = 'First cohort';
const contacts = {
  coordinators: [{ name: 'Petra Lenz', address: 'petra.lenz@nordlicht.example' }],
  independentContacts: [{ name: 'Uwe Hansen', address: 'uwe.hansen@ombuds.example' }],
};
/** Seconds between two looks at the inbox, and how often. */
const look = 0.5;
const mostLooks = 240;
/** The desk writes to an address once in five minutes: whoever signs in next shall not have to wait for that. */
const quiet = 5 * 60_000;

/** Enrols and launches the people of a file as HR would: through the desk's pages and the link in its mail. */
export async function enrolSample({ stage, origin, hrAddress, file, onStep, onLetters }: SampleNeeds): Promise<void> {
  const town = openTown(onRunningClock(stage));
  const office = hr({ town, origin, address: hrAddress, random: seededRandom('sample'), hurried: true });
  town.moveIn(office);
  const addresses = new Set(file.people.map(({ address }) => address));
  const invited = () => new Set(town.letters().flatMap(({ to }) => (addresses.has(to) ? [to] : []))).size;

  async function work(): Promise<void> {
    await office.signIn();
    onStep(`HR signed in at the desk as ${hrAddress}`);
    const { path } = await office.makeCohort({ name, topics: file.topics, ...contacts });
    await office.upload(path, file);
    // A launch invites those who are there: everybody shall be.
    await town.pause(look);
    onStep(`HR made the cohort “${name}” and uploaded ${file.name}: ${addresses.size} people`);
    await office.launch(path, name);
    onStep('HR launched it');
    for (let looks = 0; invited() < addresses.size; looks++) {
      if (looks === mostLooks) throw new Error(`only ${invited()} of ${addresses.size} people got their letter`);
      onLetters(invited(), addresses.size);
      await town.pause(look);
    }
    onLetters(addresses.size, addresses.size);
  }

  let through = false;
  town.begin(async () => {
    await work();
    through = true;
  });
  await town.live(() => through);
  await stage.advanceBy(quiet);
}

/** Time passes by itself: people wait for it instead of moving it. */
const onRunningClock = (stage: Stage): StageOfPeople => ({
  fetch: stage.fetch,
  now: stage.now,
  mail: stage.mail,
  receive: stage.receive,
  settle: stage.settle,
  next: () => undefined,
  advance: async () => undefined,
  advanceTo: async (iso) => {
    await sleep(Math.max(0, Date.parse(iso) - stage.now()));
  },
});
