import { members } from '../member/member.ts';
import { may } from '../member/rights.ts';
import { prefixOf } from '../table/keys.ts';
import type { MemberVisit } from './visit.ts';

const texts = {
  de: { hr: 'HR', person: 'die Person selbst', form: 'Anmeldeformular', former: 'früheres Mitglied', system: 'System' },
  en: { hr: 'HR', person: 'the person', form: 'enrolment form', former: 'a former member', system: 'the system' },
} as const;

/** Who gave a command, as this visitor may know it: who may not see colleagues reads that it was HR. */
export async function whoDid({ needs, member, language }: MemberVisit): Promise<(by: string) => string> {
  const text = texts[language];
  const names = new Map<string, string>();
  if (may(member, 'see colleagues')) {
    for await (const { memberId, name, address } of needs.table.list(members, ['desk'], prefixOf.member)) {
      names.set(`hr:${memberId}`, name ?? address);
    }
    names.set(`hr:${member.memberId}`, names.get(`hr:${member.memberId}`) ?? member.address);
  }
  return (by) => {
    const known = names.get(by);
    if (known) return known;
    if (by.startsWith('hr:')) return names.size > 0 ? text.former : text.hr;
    if (by.startsWith('participant:')) return text.person;
    return by === 'form' || by.startsWith('source:') ? text.form : text.system;
  };
}
