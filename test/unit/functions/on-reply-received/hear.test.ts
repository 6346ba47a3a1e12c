import { describe, expect, it } from 'vitest';
import { hear } from '../../../../functions/on-reply-received/hear.ts';
import { MalformedEvent } from '../../../../shared/runtime/malformed.ts';
import { triggerAt } from '../../../support/browser-without-browser.ts';
import { noon, programme } from '../../../support/programme.ts';

const message = (messageId: string, key: string) => ({ messageId, body: JSON.stringify({ key }) });

function mailbox() {
  const { table, keys } = programme({ cohort: { replyByMail: true } });
  const told: string[] = [];
  const needs = {
    table,
    keys,
    rawMail: {
      async read(key: string) {
        if (key === 'lost') throw new Error('NoSuchKey');
        return { raw: Buffer.from('From: a@b.example\r\n\r\nja\r\n'), at: noon };
      },
    },
    domain: 'reply.mentoring.example',
    ourSender: 'programme@mentoring.example',
    tell: { info: (what: string) => void told.push(what), warn: (what: string) => void told.push(what) },
  };
  return { needs, told };
}

describe('a batch of replies', () => {
  it('is heard one by one: what cannot be read comes again, and holds up no other', async () => {
    const { needs, told } = mailbox();
    const batch = [message('1', 'a'), message('2', 'lost'), message('3', 'b'), { messageId: '4', body: 'poison' }];
    expect(await hear(batch, needs, triggerAt(noon))).toEqual(['2', '4']);
    expect(told).toEqual(['dropped', 'a reply could not be heard', 'dropped', 'a reply could not be heard']);
  });

  it('leaves to the next run what this one has no time for', async () => {
    const { needs, told } = mailbox();
    let left = 25_000;
    const short = { ...triggerAt(noon), remaining: () => (left -= 10_000) };
    expect(await hear([message('1', 'a'), message('2', 'b'), message('3', 'c')], needs, short)).toEqual(['2', '3']);
    expect(told).toEqual(['dropped']);
  });

  it('of one that can never be read says so: trying again is no use', async () => {
    const { needs } = mailbox();
    await expect(hear([{ messageId: '1', body: '{"key":""}' }], needs, triggerAt(noon))).rejects.toThrow(
      MalformedEvent,
    );
  });
});
