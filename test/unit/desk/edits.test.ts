import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../functions/cohorts/settings/fields.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { domainsOf, topicsIn } from '../../../shared/cohort/defaults.ts';
import { effectsOf } from '../../../shared/cohort/effects.ts';
import { lockedIn } from '../../../shared/cohort/locked.ts';
import { ring } from '../../../shared/participant/invite.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { openDesk } from '../../support/desk.ts';
import { at, cohort, cohortId, command, settings } from './sample.ts';
import { someone } from './someone.ts';

const launched = { ...cohort, launchedAt: at };
const today = '2026-03-10';
const dueAt = '2026-03-09T08:00:00.000Z';
const { confirmedAt: _confirmed, ...unanswered } = someone(1, { state: 'invited', invitedAt: at, dueAt });

describe('what an edit does to people', () => {
  const effects = (changed: Partial<typeof settings>, people = [unanswered, someone(2)]) =>
    effectsOf(launched, { ...settings, ...changed }, people, today);

  it('is nothing before the launch, and nothing where nothing that people see is changed', () => {
    expect(effectsOf(cohort, { ...settings, end: '2027-01-31' }, [unanswered], today)).toEqual([]);
    expect(effects({})).toEqual([]);
    expect(effects({ name: 'Another', goals: 'More' })).toEqual([]);
  });

  it('is said with the number of people', () => {
    const timers = { ...settings.timers, enrolmentReminder: settings.timers.enrolmentReminder + 7, checkInCloses: 20 };
    expect(effects({ timers })).toEqual([{ what: 'reminder', people: 1, days: 7 }, { what: 'questions' }]);
    expect(effects({ enrolmentDeadline: '2026-03-01' })).toEqual([
      { what: 'form closes' },
      { what: 'deadline', date: '2026-03-01', people: 1 },
    ]);
    expect(effects({ domains: [] })).toEqual([{ what: 'form closes' }]);
    expect(effects({ start: '2026-05-04', end: '2027-01-31' })).toEqual([
      { what: 'start', people: 2 },
      { what: 'end', date: '2027-01-31', people: 2 },
    ]);
    const [topic = '', ...topics] = settings.topics;
    const fan = someone(3, { self: { ...someone(3).self, topics: [topic] } });
    expect(effects({ topics }, [fan, someone(4)])).toEqual([{ what: 'topic gone', topic, people: 1 }]);
  });

  it('is true of the reminder: who was invited before gets it when it is due now', () => {
    const timers = { ...settings.timers, enrolmentReminder: 14 };
    const rung = ring(unanswered, { ...launched, timers }, dueAt);
    expect(rung).toMatchObject({ to: { dueAt: '2026-03-16T08:00:00.000Z' } });
    expect(rung).not.toHaveProperty('says');
    expect(ring(unanswered, launched, dueAt)).toHaveProperty('says');
  });
});

describe('what is settled', () => {
  it('is the first day once it has come, and every day once the cohort has ended', () => {
    expect(lockedIn(launched, '2026-03-10')).toEqual({});
    expect(lockedIn(launched, settings.start)).toEqual({ start: 'begun' });
    expect(lockedIn(cohort, settings.start)).toEqual({});
    expect(Object.keys(lockedIn({ ...launched, state: 'closed' }, today)).sort()).toEqual([
      'end',
      'enrolmentDeadline',
      'start',
      'timeZone',
    ]);
  });
});

describe('the defaults of a cohort', () => {
  it('speak the language of its letters, as long as nobody has touched them', () => {
    expect(topicsIn('de', settings.topics)).toContain('Soziale Medien');
    expect(topicsIn('de', [...settings.topics, 'Fishing'])).toContain('Social media');
  });

  it('open the form to the company of its coordinator, and never to all the world', () => {
    expect(settings.domains).toEqual(['example.org']);
    expect(domainsOf('hanna@gmail.com')).toEqual([]);
  });
});

describe('the page of the settings', () => {
  it('shows what an edit does before it is saved, and keeps what is settled', async () => {
    const desk = await openDesk();
    const browser = await desk.signedIn();
    const form = { ...valuesOf(settings), cohort: cohortId };
    const home = (await browser.post('/desk/cohorts/new', form)).headers?.location ?? '';
    const edit = (changed: Record<string, string>) => browser.post(`${home}/settings`, { ...form, ...changed });
    const stored = () => desk.table.get(cohorts, { cohortId });
    expect((await edit({ sponsor: 'Dr. Sven Sonne' })).status).toBe(303);
    await desk.table.change(cohorts, { cohortId }, command, (current = cohort) => {
      return { to: { ...unnumbered(current), launchedAt: at, start: '2026-03-01' } };
    });
    expect((await browser.get(`${home}/settings`)).body).not.toContain('type="date" name="start"');
    expect((await browser.get(`${home}/settings`)).body).toContain(`href="${home}/settings" aria-current="page"`);
    const shown = await edit({ end: '2027-01-31', start: '2026-09-09' });
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('What this changes');
    expect(shown.body).toContain('End on 31 January 2027');
    expect((await stored())?.end).toBe(settings.end);
    const [, seen = ''] = /name="seen" value="([^"]+)"/.exec(shown.body) ?? [];
    expect((await edit({ end: '2027-02-28', seen })).body).toContain('End on 28 February 2027');
    expect((await edit({ end: '2027-01-31', start: '2026-09-09', seen })).status).toBe(303);
    expect(await stored()).toMatchObject({ end: '2027-01-31', start: '2026-03-01' });
    await desk.close();
  });
});
