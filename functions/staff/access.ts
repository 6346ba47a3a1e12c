import { type Cohort, Language } from '../../shared/cohort/cohort.ts';
import { memberRoles } from '../../shared/member/rights.ts';
import type { Access } from '../../shared/member/staff.ts';
import type { Texts } from './texts.ts';

/** What was typed, as it goes back into the form. */
export interface Typed {
  readonly name: string;
  readonly address: string;
  readonly role: string;
  readonly language: string;
  readonly cohorts: readonly string[];
  readonly everyCohort: boolean;
}
type Why = keyof Texts['faults'];
export type Faults = Readonly<Partial<Record<'name' | 'address' | 'role' | 'cohorts', Why>>>;

export const typedIn = (form: URLSearchParams): Typed => ({
  name: plain(form.get('name')).slice(0, 200),
  address: plain(form.get('address')).slice(0, 300),
  role: form.get('role') ?? '',
  language: form.get('language') ?? '',
  cohorts: form.getAll('cohort').slice(0, 200),
  everyCohort: form.get('every-cohort') === 'yes',
});

/** A name may become a subject or the name on an envelope. */
const plain = (text: string | null) => (text ?? '').replaceAll(/\p{Cc}+/gu, ' ').trim();

/** What an admin means, or why not; the cohorts are those that there are. */
export function accessOf(typed: Typed, known: readonly Cohort[]): { access: Access } | { faults: Faults } {
  const { name, everyCohort } = typed;
  const role = memberRoles.find((each) => each === typed.role);
  const language = Language.safeParse(typed.language);
  const chosen = known.flatMap(({ cohortId }) => (typed.cohorts.includes(cohortId) ? [cohortId] : []));
  const faults: Faults = {
    ...(name === '' || name.length > 120 ? { name: 'name' } : {}),
    ...(role ? {} : { role: 'role' }),
    ...(role === 'coordinator' && everyCohort ? { cohorts: 'everyCohort' } : {}),
    ...(role && role !== 'admin' && !everyCohort && chosen.length === 0 ? { cohorts: 'cohorts' } : {}),
  };
  if (!role || Object.keys(faults).length > 0) return { faults };
  const cohorts = role === 'admin' || everyCohort ? 'all' : chosen;
  return { access: { name, role, cohorts, language: language.data ?? 'en' } };
}
