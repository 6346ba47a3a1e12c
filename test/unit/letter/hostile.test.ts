import { describe, expect, it } from 'vitest';
import type { HelpId } from '../../../events/ids.ts';
import { answer } from '../../../functions/answer/answer.ts';
import { parse, valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { confirm } from '../../../functions/confirm/confirm.ts';
import { help } from '../../../functions/help/help.ts';
import { answer as me } from '../../../functions/me/me.ts';
import { typedIn } from '../../../functions/staff/access.ts';
import { frame, samples } from '../../../infra/letters/samples.ts';
import { helps } from '../../../shared/help/help.ts';
import { type LetterVariables, type WrittenKind, writtenKinds } from '../../../shared/letter/content/contents.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { oneLine } from '../../../shared/participant/self-form.ts';
import { text } from '../../../shared/submission/cells.ts';
import { mintWith } from '../../../shared/token/open-link.ts';
import { request, triggerAt } from '../../support/browser-without-browser.ts';
import { checkInId, cohortId, junior, noon, participant, programme, cohort as usual } from '../../support/programme.ts';
import { settings } from '../desk/sample.ts';

const breaks = 'Eve\r\nBcc: all@example.com\0\u0085\u2028end';
const markup = `<img src=x onerror=alert(1)>"'&<script>`;
const controls = /[\p{Cc}\u2028\u2029]/u;

describe('no way in leads a line break to the header of a letter', () => {
  it('the settings of a cohort make one line of it, and refuse it in an address', () => {
    const typed = { name: breaks, programme: breaks, 'coordinator-name-0': breaks, 'independent-name-0': breaks };
    const parsed = parse({ ...valuesOf(settings), ...typed }, settings);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const { name, branding, coordinators, independentContacts } = parsed.settings;
    for (const word of [name, branding.programme, coordinators[0]?.name, independentContacts[0]?.name])
      expect(word).toBe('Eve Bcc: all@example.com end');
    for (const field of ['replyTo', 'coordinator-address-0'])
      expect(parse({ ...valuesOf(settings), [field]: `eve@example.com${breaks}` }, settings).ok).toBe(false);
  });

  it('a file and a form elsewhere refuse it or make one line of it', () => {
    expect(() => text(breaks, 'name')).toThrow();
    expect(text('Eve\r\nBcc: all@example.com', 'name')).toBe('Eve Bcc: all@example.com');
  });

  it('our own forms make one line of it', () => {
    expect(oneLine(breaks)).not.toMatch(controls);
    expect(typedIn(new URLSearchParams({ name: breaks })).name).not.toMatch(/[\r\n\0]/);
  });
});

/** Every name and every word that people write, as an attacker would. */
function hostile<T>(value: T, key = ''): T {
  const free = /^(name|callName|unit|topics|programme|note|about|signature|by|guest|giver|colleague)$/.test(key);
  if (typeof value === 'string') return (free ? markup : value) as T;
  if (Array.isArray(value)) return value.map((each) => hostile(each, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, hostile(each, name)])) as T;
}

describe('what people write is text', () => {
  it.each(writtenKinds)('in the letter %s', (kind: WrittenKind) => {
    const variants: LetterVariables[typeof kind][] = samples[kind];
    for (const variables of variants) {
      const { html, subject } = compose(kind, hostile(variables), { ...hostile(frame), language: 'de' });
      expect(html).not.toMatch(/<img src=x|<script/);
      expect(html).toContain('&lt;img src');
      expect(subject).not.toMatch(controls);
    }
  });

  it('on the pages of participants', async () => {
    const person = { name: markup, self: { ...participant('senior').self, callName: markup, topics: [markup] } };
    const contact = { name: markup, address: 'eve@example.com' };
    const memory = programme({
      junior: person,
      senior: person,
      cohort: {
        name: markup,
        topics: [markup],
        branding: { ...usual.branding, programme: markup, signature: markup },
        coordinators: [contact],
        independentContacts: [contact],
      },
    });
    const helpId = 'help_0a1b2c3d4e5f' as HelpId;
    const call = { helpId, cohortId, personId: junior, contact: 'coordinator', about: 'call' } as const;
    memory.has(helps, { helpId }, { ...call, state: 'open', askedAt: noon });
    const { table, keys, posts } = memory;
    const needs = { table, keys, posts, stage: 'prod', randomBytes: () => new Uint8Array(12) };
    const expires = '2026-12-01T00:00:00.000Z';
    const who = { cohort: cohortId, person: junior };
    const at = triggerAt(noon);
    const mine = await mintWith(keys, 'me', who, expires);
    const open = (path: string) => request('GET', path);
    const replies = await Promise.all([
      answer(
        open(`/answer/${await mintWith(keys, 'answer', { cohort: cohortId, checkIn: checkInId }, expires)}`),
        needs,
        at,
      ),
      confirm(open(`/confirm/${await mintWith(keys, 'confirm', who, expires)}`), needs, at),
      help(open(`/help/${await mintWith(keys, 'help', { help: helpId }, expires)}`), needs, at),
      ...['', '/session', '/next', '/data', '/letters', '/pause', '/leave'].map((page) =>
        me(open(`/me/${mine}${page}`), needs, at),
      ),
    ]);
    for (const { body, status } of replies) {
      expect(status === 200 || status === 410).toBe(true);
      expect(body).not.toMatch(/<img src=x|<script/);
      expect(body).toContain('&lt;img src');
    }
  });
});
