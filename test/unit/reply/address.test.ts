import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckInId, CohortId, PairId } from '../../../events/ids.ts';
import { opens, readReplyAddress, replyAddress } from '../../../shared/reply/address.ts';

const domain = 'reply.mentoring.example';
const key = { keyId: '1', secret: new Uint8Array(32).fill(5) };
const pairId = 'pair_0a1b2c3d4e5f0a1b2c3d4e5f' as PairId;
const about = {
  cohortId: 'coh_0123456789abcdef' as CohortId,
  pairId,
  checkInId: `${pairId}.junior.month-01` as CheckInId,
  role: 'junior' as const,
};
const expires = '2026-03-23T08:00:00.000Z';
const address = replyAddress(key, about, expires, domain) ?? '';
const opened = (text: string, at = '2026-03-05T10:00:00.000Z', checkInId = about.checkInId, keys = [key]) => {
  const read = readReplyAddress(text, domain);
  return read !== undefined && opens(read, keys, checkInId, at);
};

describe('the address of a reply', () => {
  it('fits a local part and survives a change of case', () => {
    expect(address).toMatch(/^reply\+[0-9a-hjkmnp-tv-z]{58}@reply\.mentoring\.example$/);
    expect(readReplyAddress(address.toUpperCase(), domain)).toMatchObject({
      cohortId: about.cohortId,
      pairId,
      role: 'junior',
    });
    expect(opened(address.toUpperCase())).toBe(true);
  });

  it('opens its own check-in only, with its own key, until the end of its last day', () => {
    expect(opened(address, '2026-03-23T23:59:00.000Z')).toBe(true);
    expect(opened(address, '2026-03-24T00:00:00.000Z')).toBe(false);
    expect(opened(address, undefined, `${pairId}.junior.month-02` as CheckInId)).toBe(false);
    expect(opened(address, undefined, `${pairId}.senior.month-01` as CheckInId)).toBe(false);
    expect(opened(address, undefined, undefined, [{ ...key, keyId: '2' }])).toBe(false);
    expect(opened(address, undefined, undefined, [{ ...key, secret: new Uint8Array(32).fill(6) }])).toBe(false);
  });

  it('is none of another domain, and none with anything changed, cut or added', () => {
    expect(opened(address.replace(domain, 'elsewhere.example'))).toBe(false);
    const letters = [...'0123456789abcdefghjkmnpqrstvwxyz'];
    const local = address.slice('reply+'.length, address.indexOf('@'));
    fc.assert(
      fc.property(fc.nat(local.length - 1), fc.constantFrom(...letters), fc.nat(2), (at, letter, how) => {
        const changed =
          how === 0
            ? local.slice(0, at) + letter + local.slice(at + 1)
            : how === 1
              ? local.slice(0, at) + local.slice(at + 1)
              : local.slice(0, at) + letter + local.slice(at);
        expect(opened(`reply+${changed}@${domain}`)).toBe(changed === local);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of any text is read without a throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void readReplyAddress(`reply+${text}@${domain}`, domain)));
  });

  it('is not made for ids that do not fit', () => {
    expect(replyAddress(key, { ...about, cohortId: 'coh_uuuuuuuuuuuu' as CohortId }, expires, domain)).toBeUndefined();
  });
});
