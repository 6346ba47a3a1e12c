import { CohortId, type LocalDate, type PersonId, type Role } from '../../events/ids.ts';
import type { Candidate } from '../../shared/pairing/input.ts';
import type { Identity } from '../../shared/person/identity.ts';
import { type MergeCohort, mergeFile } from '../../shared/submission/merge.ts';
import { type Reason, reasonText } from '../../shared/submission/reasons.ts';
import type { Told } from '../../shared/submission/submission.ts';
import { sharing } from './sharing.ts';

/** Somebody of the file. */
export interface Entry {
  readonly employeeId: string;
  readonly name: string;
  readonly line: number;
  /** Absent: outside the programme, a link of the reporting chain. */
  readonly role: Role | undefined;
  readonly address: string;
  /** Absent of who is outside or refused. */
  readonly candidate: Candidate | undefined;
  /** Absent: not told, or told in two ways. */
  readonly managerKey: string | undefined;
  /** Why this person, and not the run, is refused. */
  readonly refused: RefusedLine | undefined;
}

export interface RefusedLine {
  readonly rule: string;
  /** For a human: where, and what is wrong. */
  readonly says: string;
}

/** One line of the file, judged by itself. */
export interface Line {
  readonly line: number;
  readonly employeeId: string;
  readonly name: string;
  readonly managerId: string;
  readonly role: Role | undefined;
  /** Absent: outside the programme, or the line is bad. */
  readonly told: Told | undefined;
  readonly reason: Reason | undefined;
}

/** What a blank cell means: as in a cohort of the desk. */
const cohort: MergeCohort = {
  cohortId: CohortId.parse('coh_commandline'),
  language: 'de',
  timeZone: 'Europe/Berlin',
  capacity: 1,
};
export const { cohortId } = cohort;
/** Hours in different zones are compared in the week of this day, so that a file always gives the same result. */
export const week: LocalDate = '2026-03-02';

/**
 * There is no pepper at the command line and nothing to hide from whoever holds the file: people are known by their
 * employee ids, whatever their case. The sign in front keeps them apart from `top`, and from addresses.
 */
const keyOf = (employeeId: string) => `#${employeeId.trim().toLowerCase()}`;
const personOf = (key: string) => key as PersonId;
const nobody: readonly PersonId[] = [];
const names: Identity = {
  employeeKey: keyOf,
  addressKey: (address) => address.trim().toLowerCase(),
  newPersonId: ({ employeeId, address }) => personOf(keyOf(employeeId ?? address)),
  memberId: () => {
    throw new Error('nobody signs in at the command line');
  },
};

/** The people of a file, whatever the order of its lines: where two lines contradict each other, neither counts. */
export function openRegister() {
  const entries = new Map<string, Entry>();
  const share = sharing();

  function take({ told, reason, managerId, ...line }: Line): void {
    const key = keyOf(line.employeeId);
    const managerKey = managerId === '' ? undefined : managerId === '-' ? 'top' : share.text(keyOf(managerId));
    const twin = entries.get(key);
    if (twin) entries.set(key, twins(twin, { line: line.line, employeeId: line.employeeId, managerKey }));
    else {
      const candidate = told && candidateOf(told);
      const says = reason ? reasonText(reason, 'en') : told && !candidate ? 'this person has left' : undefined;
      const rule = reason ? ruleOf(reason) : 'not-active';
      const refused = says === undefined ? undefined : { rule, says: `line ${line.line}: ${says}` };
      const address = told ? names.addressKey(told.address) : '';
      const { employeeId, name, role } = line;
      entries.set(key, { employeeId, name, line: line.line, role, address, candidate, managerKey, refused });
    }
  }

  /** Written out field by field: an object made by spreading takes several times the room. */
  function candidateOf(told: Told): Candidate | undefined {
    const merged = mergeFile(undefined, told, names.newPersonId(told), cohort, names);
    if (!('to' in merged) || !merged.to.hr) return undefined;
    const { personId: person, role, hr, self } = merged.to;
    return {
      person,
      role,
      hr: {
        employeeKey: person,
        managerKey: share.text(hr.managerKey),
        appraisedByKey: hr.appraisedByKey && share.text(hr.appraisedByKey),
        level: hr.level,
        unit: hr.unit && share.text(hr.unit),
        site: hr.site && share.text(hr.site),
        status: hr.status,
      },
      topics: share.texts(self.topics),
      languages: share.texts(self.languages),
      hours: share.objects(self.hours),
      timeZone: share.text(self.timeZone),
      meetingMode: self.meetingMode,
      places: self.capacity,
      paired: false,
      // Employee ids and addresses, until everybody is known.
      pleaseNot: self.pleaseNot.length === 0 ? nobody : self.pleaseNot.map(personOf),
      pairedBefore: nobody,
      leftOut: 0,
    };
  }

  /** To be called once, after the last line. */
  function close(): void {
    const ofAddress = new Map<string, Entry>();
    const shared = new Set<string>();
    for (const entry of entries.values()) {
      if (!entry.candidate) continue;
      if (ofAddress.has(entry.address)) shared.add(entry.address);
      else ofAddress.set(entry.address, entry);
    }
    for (const [key, entry] of entries) {
      if (!entry.candidate || !shared.has(entry.address)) continue;
      const says = `line ${entry.line}: somebody else in the file has the same address: neither takes part`;
      entries.set(key, { ...entry, candidate: undefined, refused: { rule: 'same-address', says } });
    }
    for (const address of shared) ofAddress.delete(address);
    const named = (key: string) => (entries.get(key) ?? ofAddress.get(key))?.candidate?.person;
    for (const [key, entry] of entries) {
      const { candidate } = entry;
      if (!candidate || candidate.pleaseNot.length === 0) continue;
      const pleaseNot = candidate.pleaseNot.flatMap((each) => named(each) ?? []);
      entries.set(key, { ...entry, candidate: { ...candidate, pleaseNot } });
    }
  }

  return {
    take,
    close,
    entries: () => entries.entries(),
    find: (employeeId: string) => entries.get(keyOf(employeeId)),
    of: (person: PersonId) => entries.get(person),
  };
}

/** Without the manager's id the reporting line cannot be checked: the same rule as for a manager whom nobody knows. */
const ruleOf = ({ code, params }: Reason): string =>
  code === 'missing-value' && params.column === 'manager_id' ? 'manager-unknown' : code;

function twins(first: Entry, second: Pick<Entry, 'line' | 'employeeId' | 'managerKey'>): Entry {
  const says = `line ${second.line}: line ${first.line} has the same employee id: neither takes part`;
  return {
    ...first,
    // Two spellings of one id: the file's order must not choose.
    employeeId: first.employeeId < second.employeeId ? first.employeeId : second.employeeId,
    managerKey: first.managerKey === second.managerKey ? first.managerKey : undefined,
    candidate: undefined,
    refused: { rule: 'same-id', says },
  };
}
