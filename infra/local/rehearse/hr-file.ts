import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const Row = z.object({
  email: z.string().default(''),
  role: z.string().default(''),
  letter_language: z.string().default(''),
  topics: z.string().default(''),
});

/** Somebody of the HR file who is to take part: to be simulated. */
export interface PersonOfFile {
  readonly address: string;
  readonly role: 'junior' | 'senior';
  readonly language: 'de' | 'en';
}

/** An HR file as HR has it in hand: the bytes to upload, who lives in it, and the topics that its cohort needs. */
export interface HrFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly people: readonly PersonOfFile[];
  readonly topics: readonly string[];
}

/** Takes canonical headers, comma or semicolon. What the desk refuses it refuses itself. */
export function readHrFile(name: string, bytes: Uint8Array): HrFile {
  const rows = z.array(Row).parse(
    parse(Buffer.from(bytes), {
      columns: (headers: string[]) => headers.map((header) => header.trim().toLowerCase()),
      delimiter: [',', ';'],
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }),
  );
  const people = rows.flatMap(({ email, role, letter_language }): PersonOfFile[] => {
    const known = role.toLowerCase();
    if (email === '' || (known !== 'junior' && known !== 'senior')) return [];
    return [{ address: email.toLowerCase(), role: known, language: letter_language === 'en' ? 'en' : 'de' }];
  });
  const topics = new Set(rows.flatMap((row) => row.topics.split('|').map((topic) => topic.trim())));
  topics.delete('');
  return { name, bytes, people, topics: [...topics] };
}
