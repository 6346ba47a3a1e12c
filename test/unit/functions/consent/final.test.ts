import { describe, expect, it } from 'vitest';
import { type Pair, pairs } from '../../../../shared/pair/pair.ts';
import type { Draft } from '../../../../shared/table/aggregate.ts';
import { filled } from '../../../support/browser-without-browser.ts';
import { after, cohortId, noon, pairId, pair as sample, senior } from '../../../support/programme.ts';
import { asked, between, said, visit } from './asked.ts';

describe('after the senior’s yes', () => {
  const [yes, closed] = [said('yes'), asked.closesAt];
  const rules = { rules: ['level-gap'], at: after(noon, 60), times: 1 };
  /** What becomes of a pair to which the junior had said yes; `undefined` while nothing has. */
  const worlds: Record<string, Partial<Draft<Pair>>> = {
    formed: { state: 'formed', formedAt: noon, consent: { junior: yes, senior: yes } },
    'on its way': { state: 'active', formedAt: noon, consent: { junior: yes, senior: yes } },
    'stopped once it had formed': {
      state: 'blocked',
      blocked: rules,
      formedAt: noon,
      consent: { junior: yes, senior: yes },
    },
    'without a place': { state: 'accepted-by-junior', consent: { junior: yes, senior: yes } },
    'taken back by the junior': { state: 'accepted-by-junior', consent: { junior: said('no'), senior: yes } },
    'stopped by a rule': { state: 'blocked', blocked: rules, consent: { junior: yes, senior: yes } },
    'stopped by a rule, and forgotten': { state: 'blocked', blocked: rules, consent: undefined, yesUntil: closed },
  };

  /** Everything that the senior can open or send, until the question closes and afterwards. */
  async function seen(pair: Partial<Draft<Pair>>) {
    const memory = between({ state: 'accepted-by-junior', consent: { junior: yes, senior: asked } });
    const { get, post, says } = await visit(memory, senior);
    const form = filled(await get(noon, '?answer=no'));
    const thanked = await says('yes');
    memory.has(pairs, { cohortId, pairId }, sample({ formedAt: undefined, ...pair }), 5);
    const commits = memory.commits();
    const open = [
      await get(after(noon, 60)),
      await get(after(noon, 61), '?answer=no'),
      await post(after(noon, 62), form),
      await post(after(noon, 63), new URLSearchParams()),
      await get(after(closed, -1)),
    ];
    const late = [await get(closed), await post(after(closed, 60), form)];
    expect(memory.commits()).toBe(commits);
    return { thanked, open, late };
  }

  it.each(Object.entries(worlds))(
    'is the same page until the question closes, and then another: %s',
    async (_, pair) => {
      const { thanked, open, late } = await seen(pair);
      expect(thanked).toMatchObject({ status: 200, body: expect.stringContaining('Danke für dein Ja') });
      expect(thanked.body).not.toMatch(/<form|Antwort ändern/);
      for (const reply of open) expect(reply).toEqual(thanked);
      for (const reply of late) expect(reply).toEqual({ status: 410, body: expect.stringContaining('abgeschlossen') });
      expect(late[0]).toEqual(late[1]);
      const { thanked: another, late: later } = await seen(worlds.formed ?? {});
      expect([thanked, ...late]).toEqual([another, ...later]);
    },
  );

  it('is the answer also to a no that was on its way', async () => {
    const memory = between({ state: 'accepted-by-junior', consent: { junior: said('no'), senior: asked } });
    const [one, other] = [await visit(memory, senior), await visit(memory, senior)];
    const no = filled(await other.get(noon, '?answer=no'));
    const thanked = await one.says('yes');
    expect(await other.post(after(noon, 31), no)).toEqual(thanked);
    expect((await one.pair())?.consent?.senior?.answer).toBe('yes');
  });
});
