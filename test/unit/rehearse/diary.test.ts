import { expect, it } from 'vitest';
import { startDiary } from '../../../infra/local/rehearse/diary.ts';

it('lets one person act at a time, the earliest first', async () => {
  const diary = startDiary();
  const said: string[] = [];
  const live = (name: string, waits: number[]) => async () => {
    for (const at of waits) {
      said.push(`${name} until ${at}`);
      await diary.until(at);
      await Promise.resolve();
    }
    said.push(`${name} ends`);
  };
  diary.begin(0, live('Ada', [5, 20]));
  diary.begin(0, live('Ben', [3, 4]));
  await diary.run(10);
  expect(said).toEqual(['Ada until 5', 'Ben until 3', 'Ben until 4', 'Ben ends', 'Ada until 20']);
  expect(diary.next()).toBe(20);
});

it('tells what somebody could not do', async () => {
  const diary = startDiary();
  diary.begin(0, () => Promise.reject(new Error('no such page')));
  await expect(diary.run(0)).rejects.toThrow('no such page');
});
