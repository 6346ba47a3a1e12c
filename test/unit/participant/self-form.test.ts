import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../functions/enrol/form.ts';
import { readShort } from '../../../shared/participant/self-form.ts';
import { participant } from '../../support/programme.ts';

describe('a call name', () => {
  const form = new URLSearchParams({ callName: 'Jo\r\nBcc: all\u0000' });

  it('is one line on a person’s own page, because partners’ letters carry it', () => {
    expect(readShort(form, participant('junior').self, []).callName).toBe('Jo Bcc: all');
  });

  it('is one line in the form by which people enrol', () => {
    expect(fieldsOf(form).callName).toBe('Jo Bcc: all');
  });
});
