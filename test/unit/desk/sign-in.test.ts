import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../events/ids.ts';
import type { Member } from '../../../shared/member/member.ts';
import { admitted, ask, openingOf, signIn, signOut } from '../../../shared/member/sign-in.ts';

const hanna = 'mem_0a1b2c3d4e5f' as MemberId;
const admin = 'mem_ffffffffffff' as MemberId;
const at = '2026-03-02T08:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

const member: Member = {
  schema: 1,
  version: 1,
  memberId: hanna,
  address: 'hanna@example.org',
  role: 'coordinator',
  listed: true,
  epoch: 1,
};
const asking = { memberId: hanna, address: member.address, firstAdmin: admin, id: 'one', nonceHash: 'browser', at };
const waiting: Member = {
  ...member,
  signIn: { id: 'one', askedAt: at, browsers: [{ nonceHash: 'browser', askedAt: at }] },
};

describe('the list of the desk', () => {
  it('admits who is listed and whom the config names', () => {
    expect(admitted(hanna, member, admin, at)).toBe(true);
    expect(admitted(admin, undefined, admin, at)).toBe(true);
  });

  it('admits nobody whom only an earlier config named', () => {
    expect(admitted(hanna, { ...member, listed: false }, admin, at)).toBe(false);
  });
});

describe('an invitation', () => {
  const invited: Member = { ...member, invited: { at, until: later(7 * 1440), by: admin, times: 1 } };

  it('admits for seven days', () => {
    expect(admitted(hanna, invited, admin, later(7 * 1440 - 1))).toBe(true);
    expect(admitted(hanna, invited, admin, later(7 * 1440))).toBe(false);
  });

  it('is kept for good by the first sign-in', () => {
    expect(admitted(hanna, { ...invited, signedInAt: later(5) }, admin, later(30 * 1440))).toBe(true);
  });

  it('does not count a sign-in from before it', () => {
    const again = { ...invited, signedInAt: later(-5) };
    expect(admitted(hanna, again, admin, later(7 * 1440))).toBe(false);
  });
});

describe('asking for a link', () => {
  it('plans nothing for a stranger', () => {
    expect(ask(undefined, asking)).toEqual({ refused: 'not on the list' });
  });

  it('makes the first admin a member when they ask for the first time', () => {
    expect(ask(undefined, { ...asking, memberId: admin })).toMatchObject({ to: { role: 'admin', listed: false } });
  });

  it('sends one mail per address in five minutes', () => {
    expect(ask(waiting, { ...asking, id: 'two', at: later(4.9) })).toMatchObject({
      letter: false,
      to: { signIn: { id: 'one' } },
    });
    expect(ask(waiting, { ...asking, id: 'two', at: later(5) })).toMatchObject({
      letter: true,
      to: { signIn: { id: 'two' } },
    });
  });

  it('locks nobody out whose address somebody else types, before or after them', () => {
    const typed = (member: Member, nonceHash: string, id: string, minutes: number): Member => {
      const step = ask(member, { ...asking, nonceHash, id, at: later(minutes) });
      if ('refused' in step) throw new Error(step.refused);
      return { ...member, ...step.to };
    };
    const second = typed(waiting, 'owner', 'two', 1);
    expect(openingOf(second, { id: 'one', nonceHash: 'owner', at: later(2) })).toBe('ready');
    const third = typed(second, 'stranger', 'three', 6);
    expect(openingOf(third, { id: 'three', nonceHash: 'owner', at: later(7) })).toBe('ready');
    expect(openingOf(third, { id: 'three', nonceHash: 'nobody', at: later(7) })).toBe('another browser');
  });
});

describe('opening a link', () => {
  const use = { id: 'one', nonceHash: 'browser', at: later(1) };

  it('opens the desk once', () => {
    const used = signIn(waiting, use);
    expect(used).toMatchObject({ to: { signIn: { usedAt: later(1) } } });
    const spent: Member = { ...waiting, signIn: { id: 'one', askedAt: at, browsers: [], usedAt: later(1) } };
    expect(signIn(spent, use)).toEqual({ refused: 'spent' });
  });

  it('opens only in the browser that asked', () => {
    expect(openingOf(waiting, { ...use, nonceHash: 'other' })).toBe('another browser');
    expect(openingOf(waiting, { ...use, nonceHash: undefined })).toBe('another browser');
  });

  it('opens for fifteen minutes', () => {
    expect(openingOf(waiting, { ...use, at: later(14.9) })).toBe('ready');
    expect(openingOf(waiting, { ...use, at: later(15) })).toBe('spent');
  });

  it('opens only the newest link', () => {
    expect(openingOf(waiting, { ...use, id: 'older' })).toBe('spent');
  });
});

it('ends every session of a member who signs out', () => {
  expect(signOut(member)).toMatchObject({ to: { epoch: 2 } });
});
