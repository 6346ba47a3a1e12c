import { type HrFile, readHrFile } from '../../infra/local/rehearse/hr-file.ts';

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
