import { stringify } from 'csv-stringify/sync';
import { type HrFile, readHrFile } from '../../infra/local/rehearse/hr-file.ts';

const header =
  'employee_id,name,call_name,email,role,level,unit,site,manager_id,languages,letter_language,time_zone,hours,topics'.split(
    ',',
  );

/** Two managers outside the programme, and people who may all be paired with each other. */
export function smallFile(juniors: number, seniors: number): HrFile {
  const lines = [
    outsider('boss', '-'),
    outsider('lead', 'boss'),
    ...Array.from({ length: juniors }, (_, place) => line('junior', place + 1, 2, 'lead')),
    ...Array.from({ length: seniors }, (_, place) => line('senior', place + 1, 6, 'boss')),
  ];
  return readHrFile('people.csv', new TextEncoder().encode(stringify([header, ...lines])));
}

const outsider = (employeeId: string, manager: string) =>
  header.map((column) => (column === 'employee_id' ? employeeId : column === 'manager_id' ? manager : ''));

const firstNames = {
  junior: ['Lea', 'Jonas', 'Aylin', 'Finn', 'Mia', 'Paul'],
  senior: ['Sabine', 'Thomas', 'Anna', 'Mehmet', 'Ulrike', 'James'],
};

function line(role: 'junior' | 'senior', number: number, level: number, manager: string): unknown[] {
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
  return [...cells, 'de|en', language, 'Europe/Berlin', '09:00-17:00', 'Social media|Sustainability'];
}
