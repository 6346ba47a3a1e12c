import type { StageConfig } from '../../infra/config.ts';
import { type HrFile, readHrFile } from '../../infra/local/rehearse/hr-file.ts';
import { routed } from '../../shared/letter/mail-mode.ts';

export interface Everybody {
  readonly file: HrFile;
  readonly junior: string;
  readonly senior: string;
  readonly coordinator: { readonly name: string; readonly address: string };
  readonly independent: { readonly name: string; readonly address: string };
}

const header =
  'employee_id,name,email,role,level,unit,site,manager_id,languages,letter_language,time_zone,hours,topics,capacity';

/** Two invented people who may be paired, their managers and contacts: new ones for each run, so that a stage takes any number. */
export function everybody(run: string, domain: string): Everybody {
  const junior = `junior-${run}@${domain}`;
  const senior = `senior-${run}@${domain}`;
  const rest = 'de|en,en,Europe/Berlin,09:00-17:00,Social media|Sustainability,1';
  const lines = [
    header,
    `boss-${run},,,,,,,-,,,,,,`,
    `lead-${run},,,,,,,boss-${run},,,,,,`,
    `junior-${run},Lea Jung,${junior},junior,2,Sales,Hamburg,lead-${run},${rest}`,
    `senior-${run},Sabine Reif,${senior},senior,6,Finance,Hamburg,boss-${run},${rest}`,
  ];
  return {
    file: readHrFile('people.csv', new TextEncoder().encode(lines.join('\n'))),
    junior,
    senior,
    coordinator: { name: 'Petra Lenz', address: `coordinator-${run}@${domain}` },
    independent: { name: 'Uwe Hansen', address: `independent-${run}@${domain}` },
  };
}

/** A run's name is a part of addresses and of employee ids. */
export const isRunName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,29}$/.test(text);

/** To whom letters of a run go. */
export const addressesOf = ({ junior, senior, coordinator, independent }: Everybody): string[] => [
  junior,
  senior,
  coordinator.address,
  independent.address,
];

/** Pure: which of these get no letter at their own address from a stage with this `mail.to`. */
export const cutOff = (to: StageConfig['mail']['to'], addresses: readonly string[]): string[] =>
  addresses.filter((address) => routed(to, address) !== address);
