import { createHmac, createSecretKey } from 'node:crypto';
import type { MemberId, PersonId } from '../../events/ids.ts';

/** Names of people that cannot be read back: HMAC-SHA-256 under the stage's pepper, which never rotates. */
export function identity(pepper: Uint8Array) {
  const key = createSecretKey(pepper);
  const hmac = (what: string, text: string) =>
    createHmac('sha256', key).update(`${what}:${text}`).digest('hex').slice(0, 32);
  const normalAddress = (address: string) => address.trim().toLowerCase();
  return {
    employeeKey: (employeeId: string) => hmac('employee', employeeId.trim().toLowerCase()),
    addressKey: (address: string) => hmac('address', normalAddress(address)),
    /** The id of a person who is not known yet: from the employee id, or else from the first address. */
    newPersonId: (known: { employeeId?: string | undefined; address: string }) =>
      `per_${hmac('person', known.employeeId?.trim().toLowerCase() || normalAddress(known.address))}` as PersonId,
    memberId: (address: string) => `mem_${hmac('member', normalAddress(address))}` as MemberId,
  };
}
export type Identity = ReturnType<typeof identity>;

/** The same, for a whole file: its managers come again on line after line, and each name costs an HMAC. */
export function remembering(names: Identity): Identity {
  const known = new Map<string, string>();
  const employeeKey = (employeeId: string) => {
    const key = known.get(employeeId) ?? names.employeeKey(employeeId);
    known.set(employeeId, key);
    return key;
  };
  return { ...names, employeeKey };
}
