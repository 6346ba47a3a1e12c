import { afterAll, expect, it } from 'vitest';
import { mint, open } from '../../../shared/token/token.ts';
import { openDesk } from '../../support/desk.ts';

const { keys, close } = await openDesk();
afterAll(close);
const at = '2026-03-02T08:00:00.000Z';
const until = '2026-03-03T08:00:00.000Z';

it('signs with the newest key of a family, also after the ninth, and still opens what an older one signed', async () => {
  for (const sk of ['2', '9']) await keys.putIfAbsent({ pk: 'token#reply', sk }, new Uint8Array(32).fill(Number(sk)));
  await keys.putIfAbsent({ pk: 'token#reply', sk: '10' }, new Uint8Array(32).fill(10));
  const family = await keys.family('reply');
  expect(family.map(({ keyId }) => keyId)).toEqual(['10', '9', '2', '1']);
  for (const key of family) {
    expect(open('reply', family, mint('reply', key, { id: 'x' }, until), at)).toMatchObject({ ok: true });
  }
});
