import { seededRandom } from '../clock/random.ts';
import { type Character, characters } from './character.ts';
import { contact } from './contact.ts';
import { type CohortPlan, type Hr, hr, type MadeCohort } from './hr.ts';
import type { HrFile } from './hr-file.ts';
import { type Participant, participant } from './participant.ts';
import { openTown, type StageOfPeople, type Town } from './town.ts';

export interface RehearsalNeeds {
  stage: StageOfPeople;
  origin: string;
  /** Address of the stage's first admin. */
  hrAddress: string;
  file: HrFile;
  seed: string;
  /** What a test wants of some people. */
  characters?: Readonly<Record<string, Partial<Character>>>;
  plan?: Partial<CohortPlan>;
}

/** The people of an HR file and its HR, living with a stage. */
export interface Rehearsal {
  readonly town: Town;
  readonly hr: Hr;
  readonly people: readonly Participant[];
  readonly plan: CohortPlan;
  readonly file: HrFile;
  person(address: string): Participant;
  /** After `launch`. */
  cohort(): MadeCohort;
  /** HR's road to the first letters. */
  launch(): Promise<void>;
  /** HR asks a round of check-ins now. */
  askNow(): Promise<void>;
  /** HR pairs those who have confirmed, and approves. */
  pairUp(): Promise<void>;
}

const contacts = {
  coordinators: [{ name: 'Petra Lenz', address: 'petra.lenz@nordwerk.example' }],
  independentContacts: [{ name: 'Uwe Hansen', address: 'uwe.hansen@ombuds.example' }],
};

export function rehearsal(needs: RehearsalNeeds): Rehearsal {
  const { stage, origin, file, seed } = needs;
  const town = openTown(stage);
  const randomOf = (who: string) => seededRandom(`${seed}/${who}`);
  const addresses = file.people.map(({ address }) => address);
  const usual = characters(addresses, randomOf('characters'));
  const plan: CohortPlan = { name: 'Rehearsal', topics: file.topics, ...contacts, ...needs.plan };
  const office = hr({ town, origin, address: needs.hrAddress, random: randomOf('hr') });
  town.moveIn(office);

  const known = new Map<string, Participant>();
  for (const { address, role, language } of file.people) {
    const character = usual.get(address);
    if (!character) continue;
    const one = participant({
      town,
      address,
      role,
      language,
      character: { ...character, ...needs.characters?.[address] },
      random: randomOf(address),
      sessions: Number(plan.fields?.sessions ?? 6),
      partner: (other) => (other === address ? undefined : known.get(other.toLowerCase())),
    });
    known.set(address, one);
    town.moveIn(one);
  }

  for (const { address } of [...plan.coordinators, ...plan.independentContacts]) {
    town.moveIn(contact(town, address, randomOf(address)));
  }

  let made: MadeCohort | undefined;
  const cohort = () => {
    if (made === undefined) throw new Error('there is no cohort yet');
    return made;
  };
  /** HR acts as one of the town: until it is through, everybody lives. */
  async function act(what: () => Promise<void>): Promise<void> {
    let through = false;
    town.begin(async () => {
      await what();
      through = true;
    });
    if (!(await town.live(() => through))) throw new Error('HR got stuck: nothing is due any more');
  }

  return {
    town,
    hr: office,
    people: [...known.values()],
    plan,
    file,
    person(address) {
      const found = known.get(address);
      if (!found) throw new Error(`nobody has the address ${address}`);
      return found;
    },
    cohort,
    launch: () =>
      act(async () => {
        await office.signIn();
        made = await office.makeCohort(plan);
        await office.upload(made.path, file);
        await office.launch(made.path, plan.name);
      }),
    askNow: () =>
      act(async () => {
        await office.askNow(cohort().path);
      }),
    pairUp: () =>
      act(async () => {
        await office.pairUp(cohort().path);
      }),
  };
}
