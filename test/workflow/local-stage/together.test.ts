import { expect, it } from 'vitest';
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
