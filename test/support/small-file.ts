import { stringify } from 'csv-stringify/sync';
import { type HrFile, readHrFile } from '../../infra/local/rehearse/hr-file.ts';

const header =
  'employee_id,name,call_name,email,role,level,unit,site,manager_id,languages,letter_language,time_zone,hours,topics,capacity'.split(
    ',',
  );

interface House {
  readonly lead?: string;
  /** By place in the file: `junior1`, `senior2`. */
  readonly capacities?: Readonly<Record<string, number>> | undefined;
}

/**
 * Two managers outside the programme, and people who may all be paired with each other. `lead`: whom the juniors' own
 * manager reports to, the boss unless the house has been turned over. `capacities`: who takes on more than one partner.
 */
export function smallFile(juniors: number, seniors: number, { lead = 'boss', capacities = {} }: House = {}): HrFile {
  const lines = [
    outsider('boss', '-'),
    outsider('lead', lead),
    ...Array.from({ length: juniors }, (_, place) => line('junior', place + 1, 2, 'lead', capacities)),
    ...Array.from({ length: seniors }, (_, place) => line('senior', place + 1, 6, 'boss', capacities)),
  ];
  return readHrFile('people.csv', new TextEncoder().encode(stringify([header, ...lines])));
}

const outsider = (employeeId: string, manager: string) =>
  header.map((column) => (column === 'employee_id' ? employeeId : column === 'manager_id' ? manager : ''));

const firstNames = {
  junior: ['Lea', 'Jonas', 'Aylin', 'Finn', 'Mia', 'Paul'],
  senior: ['Sabine', 'Thomas', 'Anna', 'Mehmet', 'Ulrike', 'James'],
};

function line(
  role: 'junior' | 'senior',
  number: number,
  level: number,
  manager: string,
  capacities: Readonly<Record<string, number>>,
): unknown[] {
  const name = `${firstNames[role][(number - 1) % 6]} ${role === 'junior' ? 'Jung' : 'Reif'}${number}`;
  const language = number % 2 === 0 ? 'en' : 'de';
  const cells = [
    `${role}${number}`,
    name,
    '',
    `${role}${number}@nordwerk.example`,
    role,
    level,
    `Unit ${number}`,
    'Hamburg',
    manager,
  ];
  const capacity = capacities[`${role}${number}`] ?? '';
  return [...cells, 'de|en', language, 'Europe/Berlin', '09:00-17:00', 'Social media|Sustainability', capacity];
}
