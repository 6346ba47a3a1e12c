import { expect, it } from 'vitest';
import { everything } from '../../../infra/local/rehearse/table.ts';
import { startStage } from '../../../infra/local/stage.ts';
import { tinyAssembly } from './fixture/tiny-app.ts';

it('releases the calls of concurrent invocations one at a time, in the order of the seed', {
  timeout: 60_000,
}, async () => {
  const stage = await startStage({ assembly: await tinyAssembly(), mode: 'stepped', seed: 'one', concurrent: true });
  const story = async (seed: string) => {
    await stage.reset({ seed });
    await Promise.all(['a', 'b', 'c', 'queue', 'mail'].map((id) => stage.fetch(`/things/${id}`, { method: 'POST' })));
    await stage.settle();
    expect(stage.problems()).toEqual([]);
    return JSON.stringify([
      stage.faults.calls,
      stage.trace().map((entry) => (entry.kind === 'run' ? entry.function : entry.eventId)),
    ]);
  };
  const first = await story('one');
  expect(await story('one')).toBe(first);
  expect(await story('two')).not.toBe(first);
  await stage.close();
});

it('goes back to a moment that was kept, as often as one likes', { timeout: 60_000 }, async () => {
  const stage = await startStage({ assembly: await tinyAssembly(), mode: 'stepped', seed: 'one', concurrent: true });
  const post = (id: string) => stage.fetch(`/things/${id}`, { method: 'POST' });
  await post('mail');
  await stage.settle();
  await stage.advanceBy(3_600_000);
  const kept = await stage.bookmark();
  const before = JSON.stringify([await everything(stage), stage.now(), stage.next(), stage.mail()]);
  expect(stage.mail()).toHaveLength(1);

  const story = async (seed: string) => {
    await stage.reset({ seed, to: kept });
    expect(JSON.stringify([await everything(stage), stage.now(), stage.next(), stage.mail()])).toBe(before);
    await Promise.all(['a', 'b', 'mail'].map(post));
    await stage.settle();
    expect(stage.mail()).toHaveLength(2);
    return JSON.stringify([stage.faults.calls, await everything(stage)]);
  };
  const first = await story('two');
  expect(await story('two')).toBe(first);
  await stage.close();
});
