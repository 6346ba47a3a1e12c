import { beforeEach, describe, expect, it } from 'vitest';
import { PairId } from '../../../events/ids.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { persons } from '../../../shared/person/person.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Desk, openDesk } from '../../support/desk.ts';
import { annaIn, factsForm as form } from './one-person.ts';
import { cohortId, command } from './sample.ts';

let desk: Desk;
let browser: Awaited<ReturnType<Desk['signedIn']>>;
let anna: Participant;
const pageOf = ({ personId }: Participant) => `/desk/cohorts/${cohortId}/people/${personId}`;
const now = async (who = anna) => desk.table.get(participants, { cohortId, personId: who.personId });
const enrol = (person: Participant) =>
  desk.table.change(participants, person, command, () => ({ to: unnumbered(person) }));

beforeEach(async () => {
  desk = await openDesk();
  browser = await desk.signedIn();
  anna = await annaIn(desk);
  await enrol(anna);
  return () => desk.close();
});

describe('a correction that is taken back', () => {
  it.each([
    ['writes again to an address that was good, after mail came back from the wrong one', 'ok', 'bounced'],
    ['writes no more to the address from which mail had come back', 'bounced', 'ok'],
    ['lets nobody be written to who complained meanwhile', 'ok', 'complained'],
  ] as const)('%s', async (_, mail, meanwhile) => {
    const say = async (news: Participant['mail']) => {
      await desk.table.change(participants, anna, command, (current) => ({
        to: { ...unnumbered(current ?? anna), mail: news },
      }));
      await desk.table.change(persons, anna, command, (person) =>
        person ? { to: { ...unnumbered(person), mail: news } } : { refused: 'nobody' },
      );
    };
    await say(mail);
    await browser.post(`${pageOf(anna)}/facts`, form(anna, { email: 'neu@example.org' }));
    expect([(await now())?.mail, (await desk.table.get(persons, anna))?.mail]).toEqual(['ok', 'ok']);
    if (meanwhile !== 'ok') await say(meanwhile);
    await browser.post(`${pageOf(anna)}/undo`);
    const then = meanwhile === 'complained' ? 'complained' : mail;
    expect(await now()).toMatchObject({ address: 'p1@example.org', mail: then });
    expect(await desk.table.get(persons, anna)).toMatchObject({ mail: then });
  });

  it('stays where that would change the role of somebody who has a partner by now', async () => {
    await browser.post(`${pageOf(anna)}/facts`, form(anna, { role: 'senior', why: 'a mistake' }));
    await desk.table.change(participants, anna, command, (current) => ({
      to: { ...unnumbered(current ?? anna), slots: { [PairId.parse('pair_0a1b2c3d4e5f')]: 'held' as const } },
    }));
    expect((await browser.post(`${pageOf(anna)}/undo`)).status).toBe(409);
    expect(await now()).toMatchObject({ role: 'senior' });
  });
});
