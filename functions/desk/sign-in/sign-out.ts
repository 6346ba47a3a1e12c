import { noSession } from '../../../shared/desk/cookies.ts';
import { commandOf } from '../../../shared/desk/visit.ts';
import { members } from '../../../shared/member/member.ts';
import { signOut } from '../../../shared/member/sign-in.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { MemberVisit } from '../visit.ts';
import { outPage } from './pages.tsx';

/** POST /desk/sign-out */
export async function endSession(visit: MemberVisit): Promise<Reply> {
  const { needs, member } = visit;
  await needs.table.change(members, member, commandOf(visit, 'sign-out'), signOut);
  return { ...outPage(visit), cookies: [noSession] };
}
