import { describe, expect, it } from 'vitest';
import type { SubmissionId } from '../../../../events/ids.ts';
import { deliveries } from '../../../../shared/source/source.ts';
import { reasonText } from '../../../../shared/submission/reasons.ts';
import { callOf, documented, source, sourceId } from '../../../support/hooks.ts';
import { type cohort, noon } from '../../../support/programme.ts';
import { stageOf } from './stage-of.ts';

describe('what is filled in', () => {
  const standard = (data: unknown) => JSON.stringify({ type: 'form.submitted', timestamp: noon, data });
  const told = async (data: unknown, settings: Partial<typeof cohort> = {}) => {
    const stage = stageOf('standard', {}, settings);
    const reply = await stage.take(await callOf('standard', standard(data)));
    const [submission] = await stage.submissions();
    return { reply, submission };
  };
  const good = { email: 'jonas.weber@example.com', name: 'Jonas Weber' };

  it.each([
    ['nothing', {}, 'missing-value', 'email'],
    ['no address', { name: 'Jonas' }, 'missing-value', 'email'],
    ['something else for an address', { ...good, email: 'jonas' }, 'bad-address', 'email'],
    ['a name that is too long', { ...good, name: 'J'.repeat(5_000) }, 'too-long', 'name'],
    ['a topic of nobody’s', { ...good, topics: ['Tarot'] }, 'unknown-topic', undefined],
    ['a role that there is not', { ...good, role: 'boss' }, 'unknown-role', undefined],
    ['two addresses', { ...good, email: ['a@example.com', 'b@example.com'] }, 'bad-address', 'email'],
  ])('with %s is kept as it came, with the reason', async (_, data, code, column) => {
    const { reply, submission } = await told(data);
    expect(reply).toMatchObject({ status: 200, outcome: 'rejected' });
    expect(submission).toMatchObject({ state: 'rejected', reason: code });
    if (column) expect(submission?.reasonParams).toMatchObject({ column });
    expect(submission?.answers).toHaveLength(Object.keys(data).length);
    expect(submission?.told).toBeUndefined();
  });

  it('beyond our questions is left out', async () => {
    const { submission } = await told({ ...good, shoeSize: 44, nested: { deep: [1, { er: 2 }] }, __proto__: 'x' });
    expect(submission?.told).toEqual({ name: 'Jonas Weber', address: 'jonas.weber@example.com' });
  });

  it('is kept to a size that can be shown', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`q${at}`, 'x'.repeat(200)]));
    const { submission } = await told({ ...many });
    expect(submission?.answers).toHaveLength(200);
  });

  it('is kept also where one choice is told so often that no item could hold it', async () => {
    const body = JSON.parse(documented('tally'));
    const options = [{ id: 'o', text: 'x'.repeat(1_900) }];
    for (let at = 0; at < 100; at++) {
      body.data.fields.push({ key: `k${at}`, label: 'Many', type: 'CHECKBOXES', value: Array(60).fill('o'), options });
    }
    const call = JSON.stringify(body);
    expect(call.length).toBeLessThan(250_000);
    const stage = stageOf('tally', { mapping: undefined });
    expect((await stage.take(await callOf('tally', call))).status).toBe(200);
    const [kept] = await stage.submissions();
    expect(JSON.stringify(kept).length).toBeLessThan(200_000);
  });

  it('is taken also where it is nested deeper than a form can be', async () => {
    const deep = `${'['.repeat(50_000)}"x"${']'.repeat(50_000)}`;
    const body = JSON.stringify({ type: 'form.submitted', data: { ...good, deep: 0 } }).replace(
      '"deep":0',
      `"deep":${deep}`,
    );
    const stage = stageOf('standard');
    expect((await stage.take(await callOf('standard', body))).status).toBe(200);
    expect(await stage.submissions()).toHaveLength(1);
  });

  it('comes only from the cohort’s domains, where it lists any', async () => {
    const { submission } = await told(good, { domains: ['nordwerk.example'] });
    expect(submission).toMatchObject({ state: 'rejected', reason: 'foreign-domain' });
    const why = { code: submission?.reason ?? '', params: submission?.reasonParams ?? {} };
    expect(reasonText(why, 'en')).toContain('no addresses of example.com, only of nordwerk.example.');
    expect(reasonText(why, 'de')).toContain('nur von nordwerk.example. In den Einstellungen');
  });

  it('under one question twice, with different answers, is not guessed at', async () => {
    const body = JSON.parse(documented('tally'));
    body.data.fields.push({ key: 'question_w4Q4Xn', label: 'E-Mail', type: 'INPUT_EMAIL', value: 'other@example.com' });
    const stage = stageOf('tally');
    await stage.take(await callOf('tally', JSON.stringify(body)));
    expect(await stage.submissions()).toMatchObject([{ state: 'rejected', reason: 'double-value' }]);
  });

  it('as first and last name in two questions is one name', async () => {
    const mapping = [...(source('standard').mapping ?? []), { key: 'last', field: 'name' as const }];
    const stage = stageOf('standard', { mapping });
    await stage.take(await callOf('standard', standard({ email: good.email, name: 'Jonas', last: 'Weber' })));
    expect((await stage.submissions())[0]?.told?.name).toBe('Jonas Weber');
  });

  it('in the same words under a new number is known, and the number is remembered', async () => {
    const stage = stageOf('standard');
    await stage.take(await callOf('standard', standard(good), { id: 'one' }));
    expect(await stage.take(await callOf('standard', standard(good), { id: 'two' }))).toMatchObject({
      outcome: 'said before',
    });
    expect(await stage.submissions()).toHaveLength(1);
    await stage.take(await callOf('standard', standard({ ...good, role: 'senior' }), { id: 'three' }));
    expect(await stage.take(await callOf('standard', standard(good), { id: 'two' }))).toMatchObject({
      outcome: 'taken before',
    });
    expect(await stage.submissions()).toHaveLength(2);
  });

  it('for one address more than twenty times is kept apart', async () => {
    const stage = stageOf('standard');
    for (let at = 0; at < 21; at++) {
      await stage.take(
        await callOf('standard', standard({ ...good, callName: at, name: `Jonas ${at}` }), { id: `m${at}` }),
      );
    }
    const last = (await stage.submissions()).filter(({ state }) => state === 'rejected');
    expect(last).toMatchObject([{ reason: 'too-many-forms' }]);
  });

  it('is no word of anybody’s before it is finished, nor when a provider tells of something else', async () => {
    const started = documented('formbricks').replace('responseFinished', 'responseCreated');
    const partial = documented('typeform').replace('"form_response",', '"form_response_partial",');
    const stages = [
      [stageOf('formbricks'), await callOf('formbricks', started)],
      [stageOf('typeform'), await callOf('typeform', partial)],
    ] as const;
    for (const [stage, call] of stages) {
      expect(await stage.take(call)).toMatchObject({ status: 200, outcome: 'nothing to take' });
      expect(stage.commits()).toBe(0);
    }
  });

  it('is remembered without the provider’s own number of it', async () => {
    const stage = stageOf('typeform');
    await stage.take(await callOf('typeform'));
    const [mark] = await Array.fromAsync(stage.table.list(deliveries, [`delivery#${sourceId}`], 'delivery#'));
    expect(mark?.submissionId).toBe((await stage.submissions())[0]?.submissionId as SubmissionId);
    expect(JSON.stringify(mark)).not.toContain('01JQTF7XW2SXX86TBH2SGNCCS1');
  });
});
