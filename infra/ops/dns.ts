import { Resolver } from 'node:dns/promises';
import { type DnsRecord, spelled } from './checklist.ts';

type Lookup = (name: string, type: string) => Promise<readonly string[]>;

const plain = (text: string) => text.toLowerCase().replaceAll(/["\s]/g, '').replace(/\.$/, '');

/** Which of these records are there. DNS that cannot be asked leaves all of them to do. */
export async function foundRecords(
  records: readonly DnsRecord[],
  lookup: Lookup = byDns(),
): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    records.map(async (record) => {
      const given = await lookup(record.name, record.type).catch(() => []);
      const fits = given.some((value) =>
        // Any policy of the company's is one; ours is only where to begin.
        record.name.startsWith('_dmarc.') ? /^v=dmarc1/i.test(value) : plain(value) === plain(record.value),
      );
      return fits ? [spelled(record)] : [];
    }),
  );
  return new Set(answers.flat());
}

function byDns(): Lookup {
  const resolver = new Resolver({ timeout: 2_000, tries: 1 });
  return async (name, type) => {
    if (type === 'CNAME') return resolver.resolveCname(name);
    if (type === 'MX')
      return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`);
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  };
}
