import * as z from 'zod/mini';
import { moment } from '../../shared/desk/format.ts';
import { Table } from '../../shared/desk/table.tsx';
import type { MemberVisit } from '../../shared/desk/visit.ts';
import { auditPrefixOf, keys } from '../../shared/table/keys.ts';
import { type Colleague, everybody } from './colleagues.ts';
import type { Texts } from './texts.ts';

const AuditRow = z.object({ command: z.string(), by: z.string(), at: z.string() });

interface Row {
  readonly at: string;
  readonly command: string;
  /** A name; absent: the system. */
  readonly by: string | undefined;
}

const most = 50;

/** The last commands about somebody, newest first. */
export async function historyOf(visit: MemberVisit, { memberId }: Colleague): Promise<Row[]> {
  const key = keys.member({ memberId });
  const [rows, all] = await Promise.all([
    Array.fromAsync(visit.needs.table.rows(key.pk, auditPrefixOf(key))),
    everybody(visit),
  ]);
  const names = new Map(all.map((each) => [`hr:${each.memberId}`, each.name]));
  return rows
    .slice(-most)
    .reverse()
    .map((row) => z.parse(AuditRow, row))
    .map(({ at, command, by }) => ({ at, command, by: names.get(by) }));
}

/** Only what has words: that a link was asked for tells nothing. */
export function History({ rows, language, text }: { rows: readonly Row[]; language: 'de' | 'en'; text: Texts }) {
  const told = rows.filter(({ command }) => text.commands[command]);
  if (told.length === 0) return null;
  return (
    <>
      <h2>{text.history}</h2>
      <Table
        caption={text.history}
        empty=""
        rows={told}
        columns={[
          { title: text.when, cell: ({ at }: Row) => moment(at, language, 'Europe/Berlin') },
          { title: text.what, cell: ({ command }: Row) => text.commands[command] },
          { title: text.by, cell: ({ by }: Row) => by ?? text.system },
        ]}
      />
    </>
  );
}
