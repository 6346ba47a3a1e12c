import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { googleScript } from '../../../functions/sources/forms/google-script.ts';
import { flowBody } from '../../../functions/sources/forms/setup.ts';
import { suggest } from '../../../functions/sources/forms/suggest.ts';
import { bounded } from '../../../shared/source/answer.ts';
import { documented, mappings, secret, sourceId } from '../../support/hooks.ts';
import { noon } from '../../support/programme.ts';
import { stageOf } from '../functions/hooks/stage-of.ts';

const shipped = (name: string) => readFileSync(new URL(`../../../docs/forms/${name}`, import.meta.url), 'utf8');

it('ships the texts that the desk shows', () => {
  expect(shipped('google-forms.gs')).toBe(googleScript('https://…/hooks/src_…', 'whsec_…'));
  expect(shipped('microsoft-forms.md').replaceAll('\n   ', '\n')).toContain(flowBody);
});

/** What Apps Script offers, as far as our script uses it: bytes are signed there. */
function google(answer: (url: string, call: { headers: Record<string, string>; payload: string }) => number) {
  const signed = (bytes: Buffer) => [...new Int8Array(bytes)];
  const of = (bytes: readonly number[]) => Buffer.from(Int8Array.from(bytes).buffer);
  const slept: number[] = [];
  const { data } = JSON.parse(documented('google'));
  const response = {
    getId: () => data.responseId,
    getTimestamp: () => new Date(noon),
    getRespondentEmail: () => data.email,
    getItemResponses: () =>
      data.answers.map(({ id, title, value }: { id: string; title: string; value: unknown }) => ({
        getItem: () => ({ getId: () => Number(id), getTitle: () => title }),
        getResponse: () => value,
      })),
  };
  const globals = {
    Date: { now: () => Date.parse(noon) },
    Utilities: {
      base64Decode: (text: string) => signed(Buffer.from(text, 'base64')),
      base64Encode: (bytes: readonly number[]) => of(bytes).toString('base64'),
      newBlob: (text: string) => ({ getBytes: () => signed(Buffer.from(text)) }),
      computeHmacSha256Signature: (value: readonly number[], key: readonly number[]) =>
        signed(createHmac('sha256', of(key)).update(of(value)).digest()),
      sleep: (milliseconds: number) => slept.push(milliseconds),
    },
    UrlFetchApp: {
      fetch: (url: string, options: { headers: Record<string, string>; payload: string }) => ({
        getResponseCode: () => answer(url, options),
      }),
    },
  };
  const script = `${googleScript(`https://mentoring.example/hooks/${sourceId}`, secret)}\nonResponse`;
  const onResponse: (event: { response: typeof response }) => void = runInNewContext(script, globals);
  return { slept, submit: () => onResponse({ response }) };
}

it('has a script for Google that signs what it sends, umlauts and all, and is believed', async () => {
  const sent: { url: string; headers: Record<string, string>; payload: string }[] = [];
  const form = google((url, { headers, payload }) => {
    sent.push({ url, headers, payload });
    return 200;
  });
  form.submit();
  const [call] = sent;
  expect(call?.url).toMatch(/\/hooks\/src_/);
  const stage = stageOf('google');
  const reply = await stage.take({
    method: 'POST',
    rest: [sourceId],
    headers: { ...call?.headers, 'content-type': 'application/json' },
    bytes: new TextEncoder().encode(call?.payload),
  });
  expect(reply).toMatchObject({ status: 200, outcome: 'taken' });
  expect((await stage.submissions())[0]?.told).toMatchObject({ name: 'Jonas Weber', role: 'junior' });
});

it('tries again when the programme is away, and tells the owner when it is refused', () => {
  const answers = [503, 429, 200];
  const away = google(() => answers.shift() ?? 0);
  away.submit();
  expect(away.slept).toHaveLength(2);
  const refused = google(() => 401);
  expect(refused.submit).toThrow('refused it: 401');
  expect(refused.slept).toEqual([]);
});

it('proposes what a question means by its words, or by an address in its answer', () => {
  const { data } = JSON.parse(documented('tally'));
  const answers = bounded(
    data.fields.map(({ key, label }: { key: string; label: string }) => ({ key, label, values: [] })),
  );
  const proposed = new Map(suggest(answers).map(({ key, field }) => [key, field]));
  for (const { key, field } of mappings.tally) expect([key, proposed.get(key)]).toEqual([key, field]);
  expect(suggest([{ key: 'r1', label: 'r1', values: ['jonas@example.com'] }])).toEqual([{ key: 'r1', field: 'email' }]);
});
