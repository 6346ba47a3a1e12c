import { marshall } from '@aws-sdk/util-dynamodb';
import type { CohortId, PersonId, Role } from '../../events/ids.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { outsiders, type Participant, participants } from '../../shared/participant/participant.ts';
import type { Draft } from '../../shared/table/aggregate.ts';
import { digest } from '../../shared/table/digest.ts';

const first = {
  junior: 'Lea Jonas Aylin Finn Mia Paul Emre Nele Luca Sofia Amara Tim Zoe Noah Ida Malik'.split(' '),
  senior: 'Sabine Thomas Anna Mehmet Ulrike James Petra Klaus Renate Olu Birgit Stefan Ines Frank'.split(' '),
} as const;
const last =
  'Albers Brandt Celik Dahl Ebert Fischer Grote Hansen Ilic Jansen Kaya Lindner Mohr Novak Okafor Peters Quandt Richter Sommer Thiel Ufer Vogt Wolf Yildiz Ziegler'.split(
    ' ',
  );
const units = ['Sales', 'IT', 'Finance', 'Logistics', 'Research', 'People', 'Service'];
const sites = ['Hamburg', 'Kiel', 'Leipzig', 'Lyon'];
const hours = ['09:00-12:00', '08:00-16:30', '10:00-14:00', '09:00-17:00', '08:30-11:30', '09:30-15:00'];
const topics = [
  'Social media',
  'Sustainability',
  'Digital and AI tools',
  'Young customers',
  'New work and leadership',
  'Employer brand',
];
const juniors = 106;
const seniors = 94;

const keyOf = (employeeId: string): string => digest(employeeId, 32);

/** One of two hundred invented people of one house: the same people each time, of whom a few find no partner. */
function person(cohortId: CohortId, role: Role, at: number): Draft<Participant> {
  const id = `${role}${at}`;
  const names = first[role];
  const [from = '', to = ''] = (at % 37 === 36 ? '18:00-20:00' : hours[at % hours.length])?.split('-') ?? [];
  const capacity = role === 'senior' && at % 12 === 0 ? 2 : 1;
  return {
    cohortId,
    personId: `per_${keyOf(`person ${id}`)}` as PersonId,
    role,
    state: 'confirmed',
    name: `${names[at % names.length]} ${last[(at * 7 + (role === 'senior' ? 3 : 0)) % last.length]}`,
    address: `${id}@nordwerk.example`,
    hr: {
      employeeKey: keyOf(id),
      managerKey: keyOf(role === 'junior' ? `lead${at % 9}` : `head${at % 5}`),
      level: role === 'junior' ? 1 + (at % 4) : 4 + (at % 5),
      unit: units[(at * 3) % units.length],
      site: sites[(at * 5 + (role === 'senior' ? at % 3 : 0)) % sites.length],
      status: 'active',
    },
    self: {
      topics: [0, 1, 3].slice(0, 1 + (at % 3)).flatMap((step) => topics[(at * 5 + step) % topics.length] ?? []),
      // A few speak a language that hardly anybody else does.
      languages: at % 29 === 28 ? ['fr'] : at % 4 === 0 ? ['de'] : ['de', 'en'],
      letterLanguage: at % 2 === 0 ? 'en' : 'de',
      timeZone: 'Europe/Berlin',
      hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from, to })),
      capacity,
      pleaseNot: [],
      meetingMode: at % 5 === 0 ? 'in person' : 'any',
    },
    slots: {},
    capacity,
    stopped: [],
    pauses: 0,
    mail: 'ok',
  };
}

/**
 * Two hundred people who have all said yes, in a cohort that HR has made. They are written down and not enrolled: two
 * hundred lines, letters, pages and answers take far longer than what is tested with them, and have tests of their own.
 */
export async function settleTwoHundred(stage: Stage, cohortId: CohortId): Promise<void> {
  const [table] = stage.resources('AWS::DynamoDB::Table').filter(({ logicalId }) => logicalId.startsWith('Table'));
  const put = (key: object, item: object) =>
    stage.dynamoDb('PutItem', {
      TableName: table?.physicalId,
      Item: marshall({ ...item, ...key, schema: 1, version: 1 }, { removeUndefinedValues: true }),
    });
  const everybody = (['junior', 'senior'] as const).flatMap((role) =>
    Array.from({ length: role === 'junior' ? juniors : seniors }, (_, at) => person(cohortId, role, at)),
  );
  for (const each of everybody) await put(participants.key(each), each);
  const outside = [
    ['boss', 'top'],
    ...Array.from({ length: 5 }, (_, at) => [`head${at}`, 'boss']),
    ...Array.from({ length: 9 }, (_, at) => [`lead${at}`, `senior${at * 3}`]),
  ];
  for (const [id = '', manager = ''] of outside) {
    const outsider = { cohortId, employeeKey: keyOf(id), managerKey: manager === 'top' ? manager : keyOf(manager) };
    await put(outsiders.key(outsider), outsider);
  }
}
