import { members } from '../../../shared/desk/member.ts';
import { signOut } from '../../../shared/desk/sign-in.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { noSession } from '../cookies.ts';
import { commandOf, type MemberVisit } from '../visit.ts';
import { outPage } from './pages.tsx';

/** POST /desk/sign-out */
export async function endSession(visit: MemberVisit): Promise<Reply> {
  const { needs, member } = visit;
  await needs.table.change(members, member, commandOf(visit, 'sign-out'), signOut);
  return { ...outPage(visit), cookies: [noSession] };
}
