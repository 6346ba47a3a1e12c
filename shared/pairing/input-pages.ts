import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import { CohortId, LocalDate, PersonId, Role, type RunId } from '../../events/ids.ts';
import { HrFacts, WorkingHours } from '../participant/participant.ts';
import { keys } from '../table/keys.ts';
import { packPages, unpackPage } from '../table/pages.ts';
import type { Table } from '../table/table.dynamodb.ts';
import type { PairingInput } from './input.ts';

const Candidate = z.object({
  person: PersonId,
  role: Role,
  hr: z.optional(
    z.pick(HrFacts, {
      employeeKey: true,
      managerKey: true,
      appraisedByKey: true,
      level: true,
      unit: true,
      site: true,
      status: true,
    }),
  ),
  topics: z.array(z.string()),
  languages: z.array(z.string()),
  hours: z.array(WorkingHours),
  timeZone: z.string(),
  meetingMode: z.enum(['any', 'in person', 'remote']),
  places: z.int(),
  paired: z.boolean(),
  pleaseNot: z.array(PersonId),
  pairedBefore: z.array(PersonId),
  leftOut: z.int(),
});
const Entry = z.union([
  z.object({ cohortId: CohortId, week: LocalDate }),
  z.object({ candidate: Candidate }),
  z.object({ link: z.tuple([z.string(), z.string()]) }),
  z.object({ together: z.tuple([PersonId, PersonId]) }),
  z.object({ kept: z.tuple([PersonId, PersonId]) }),
]);

/** `digest`: that of the input itself. */
interface Ref {
  readonly cohortId: CohortId;
  readonly runId: RunId;
  readonly digest: string;
}
/** A run as it is stored: one with pages has a digest. */
type Stored = Omit<Ref, 'digest'> & { readonly digest?: string | undefined; readonly inputPages?: number | undefined };

/** As long as somebody may want to know what another choice would have cost. It says more of people than a result. */
const daysKept = 30;

/** Keeps what a run looked at, so that an alternative can be computed exactly. Answers the number of pages. */
export async function writeInput(table: Table, ref: Ref, input: PairingInput, at: Instant): Promise<number> {
  const pages = packPages([
    { cohortId: input.cohortId, week: input.week },
    ...input.people.map((candidate) => ({ candidate })),
    ...input.chain.map((link) => ({ link })),
    ...(input.together ?? []).map((together) => ({ together })),
    ...(input.kept ?? []).map((kept) => ({ kept })),
  ]);
  const expiresAt = Math.floor(Date.parse(at) / 1000) + daysKept * 24 * 3600;
  await table.putPages(
    pages.map((page, number) => ({ ...keys.runInputPage(ref, number), schema: 1, page, expiresAt })),
  );
  return pages.length;
}

/** What a run looked at. `undefined`: it was never kept, or has been forgotten since. */
export async function readInput(
  table: Table,
  { cohortId, runId, digest, inputPages = 0 }: Stored,
): Promise<PairingInput | undefined> {
  if (digest === undefined) return undefined;
  const numbers = Array.from({ length: inputPages }, (_, number) => number);
  const items = await Promise.all(
    numbers.map((number) => table.read(keys.runInputPage({ cohortId, runId, digest }, number))),
  );
  const pages = items.flatMap((item) => (item?.page instanceof Uint8Array ? [item.page] : []));
  if (pages.length === 0 || pages.length < numbers.length) return undefined;
  const entries = pages.flatMap((page) => z.array(Entry).parse(unpackPage(page)));
  const head = entries.find((each) => 'week' in each);
  if (!head) return undefined;
  const together = entries.flatMap((each) => ('together' in each ? [each.together] : []));
  const kept = entries.flatMap((each) => ('kept' in each ? [each.kept] : []));
  return {
    ...head,
    people: entries.flatMap((each) => ('candidate' in each ? [each.candidate] : [])),
    chain: entries.flatMap((each) => ('link' in each ? [each.link] : [])),
    ...(together.length > 0 ? { together } : {}),
    ...(kept.length > 0 ? { kept } : {}),
  };
}
