import { afterAll, expect, inject, it } from 'vitest';
import { readMail } from '../../infra/local/rehearse/mail.ts';
import { readPage } from '../../infra/local/rehearse/page.ts';
import { startStage } from '../../infra/local/stage.ts';
import { freePort } from '../support/free-port.ts';

const port = await freePort();
const stage = await startStage({ assembly: inject('assembly'), mode: 'stepped', seed: 'control', port });
afterAll(() => stage.close());

const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const json = async (path: string, body?: object) => {
  const response = await fetch(at(path), body && { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: Object(await response.json()) };
};

it('tells what time it is and what waits', async () => {
  const { status, body } = await json('/_stage');
  expect(status).toBe(200);
  expect(body).toMatchObject({ now: '2026-01-12T08:00:00.000Z', parked: 0, problems: [] });
  expect(Object.keys(body)).toEqual(expect.arrayContaining(['next', 'pending', 'schedules', 'queues']));
  expect(body.schedules.length).toBe(2);
});

it.each(['/', '/_stage'])('shows people a page with the desk, the clock and the trace at %s', async (path) => {
  const response = await fetch(at(path), { headers: { accept: 'text/html' } });
  const { links, forms } = readPage(at(path), response.status, response.headers, await response.text());
  expect(links.map(({ href }) => new URL(href, at('/')).pathname)).toEqual(
    expect.arrayContaining(['/desk', '/_stage/trace']),
  );
  expect(forms.some((form) => form.has('to'))).toBe(true);
});

it('hands out each accepted message as it is', async () => {
  const address = 'hr@mentoring.example';
  await fetch(at('/desk'), { method: 'POST', body: new URLSearchParams({ address }) });
  // The page answers before its consequences have come.
  await stage.settle();
  const { body } = await json('/_stage/mail');
  expect(body).toMatchObject([{ destinations: [address], at: expect.any(String) }]);
  const [{ messageId }] = body;
  const raw = await fetch(at(`/_stage/mail/${messageId}`));
  expect(raw.headers.get('content-type')).toBe('message/rfc822');
  const letter = await readMail({ messageId, raw: await raw.text(), destinations: [address], at: '' });
  expect(letter.links.some(({ href }) => href.includes('/desk/sign-in/'))).toBe(true);
  expect((await json('/_stage/mail/none')).status).toBe(404);
});

it('tells of events and function runs in order, from a place on', async () => {
  const { body: all } = await json('/_stage/trace?since=0');
  expect(all.map(({ seq }: { seq: number }) => seq)).toEqual(all.map((_: unknown, place: number) => place + 1));
  expect(all).toContainEqual(expect.objectContaining({ kind: 'event', detailType: 'letter.due.v1' }));
  expect(all).toContainEqual(expect.objectContaining({ kind: 'run', function: 'send-letters', state: 'done' }));
  const { body: rest } = await json(`/_stage/trace?since=${all.length - 1}`);
  expect(rest).toEqual(all.slice(-1));
});

it('takes a raw reply, whose To decides where it goes', async () => {
  const post = (to: string, query = '') =>
    fetch(at(`/_stage/reply${query}`), { method: 'POST', body: `From: a@b.example\r\nTo: ${to}\r\n\r\nja` });
  expect((await post('somebody@elsewhere.example')).status).toBe(404);
  const taken = await post('reply+x@reply.mentoring.example', '?spam=FAIL');
  expect(taken.status).toBe(202);
  expect(Object(await taken.json())).toMatchObject({ accepted: true, messageId: expect.any(String) });
  const { body } = await json('/_stage/logs');
  // The run of the queue says at its end how many it took.
  const [told] = body.map(({ line }: { line: string }) => line).filter((line: string) => line.includes('"dropped"'));
  expect(told).toContain('"why":"spam"');
});

it('shows a letter with a place to write a reply', async () => {
  const { body } = await json('/_stage/mail');
  const form = await fetch(at(`/_stage/reply?letter=${body[0].messageId}`));
  expect(form.status).toBe(200);
  expect(await form.text()).toMatch(/<textarea[^>]+name="words"/);
  expect((await fetch(at('/_stage/reply?letter=none'))).status).toBe(404);
});

it('moves the clock to a time or to the next moment, and never back', async () => {
  const to = '2026-01-13T09:00:00.000Z';
  expect((await json('/_stage/clock', { to })).body).toMatchObject({ now: to, pending: [] });
  expect((await json('/_stage/clock', { to: '2026-01-01T00:00:00Z' })).status).toBe(409);
  expect((await json('/_stage/clock', { advance: 'next' })).status).toBe(200);
  expect((await json('/_stage/clock', { advance: 'soon' })).status).toBe(400);
  expect((await json('/_stage/clock', { to: 'tomorrow' })).status).toBe(400);
});

it('names the port that is taken', async () => {
  await expect(startStage({ assembly: inject('assembly'), mode: 'stepped', port })).rejects.toThrow(String(port));
});
