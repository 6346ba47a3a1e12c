import { aboutHelp } from '../../shared/parked/parked.ts';

/** An item of the table as it is stored. */
export type Stored = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

export interface ExportNeeds {
  readonly stage: string;
  readonly at: string;
  /** Calls for help, and what people wrote for nobody in the company, opened. */
  readonly confidential: boolean;
  readonly items: AsyncIterable<Stored>;
  /** Opens the sealed answers of a check-in; asked only where it is confidential. */
  unseal(item: Stored): Promise<Record<string, string>>;
}

/** Raised when a program that reads an export would have to change. */
const format = 1;

/** `participant`, `letter`, `audit`, …: what the sort key begins with; where that is a time, its partition has the name. */
export function kindOf({ pk, sk }: Pick<Stored, 'pk' | 'sk'>): string {
  const [head = ''] = sk.split('#');
  return /^[a-z][a-z-]*$/.test(head) ? head : (pk.split('#')[0] ?? pk);
}

/** What tells that somebody asked for help: that was promised to one contact, and to nobody else. */
export function tellsOfHelp(item: Stored): boolean {
  const { pk } = item;
  if (/^(log#)?help(#|-|$)/.test(pk)) return true;
  if (pk.startsWith('outbox#')) return /"detailType":"help\.|"scope":"help"|#?help-letters/.test(JSON.stringify(item));
  if (pk !== 'parked') return false;
  return (
    item.sk.includes('on-help-requested') || aboutHelp({ function: text(item.function), payload: text(item.payload) })
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * The lines of an export: a head, one line for each item, and an end that counts them. A file without its end is not whole.
 */
export async function* exportLines(needs: ExportNeeds): AsyncGenerator<string> {
  const { stage, at, confidential, items, unseal } = needs;
  const counts = new Map<string, number>();
  yield lineOf({ kind: 'export', format, stage, at, confidential });
  for await (const item of items) {
    if (!confidential && tellsOfHelp(item)) continue;
    const kind = kindOf(item);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const opened = confidential && typeof item.sealed === 'string' ? { opened: await unseal(item) } : {};
    yield lineOf({ kind, item, ...opened });
  }
  yield lineOf({
    kind: 'end',
    items: Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  });
}

/** Bytes have no JSON: they come as base64. */
const lineOf = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { base64: Buffer.from(part).toString('base64') } : part,
  );
