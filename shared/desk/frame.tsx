import type { ComponentChildren } from 'preact';
import { may } from '../member/rights.ts';
import { page, type Reply } from '../web/http.ts';
import { deskPage } from '../web/layout.tsx';
import type { MemberVisit, Visit } from './visit.ts';

const words = {
  de: {
    cohorts: 'Jahrgänge',
    team: 'Team',
    signOut: 'Abmelden',
    other: 'English',
    otherCode: 'en',
    as: 'Angemeldet als',
  },
  en: { cohorts: 'Cohorts', team: 'Team', signOut: 'Sign out', other: 'Deutsch', otherCode: 'de', as: 'Signed in as' },
} as const;

interface Body {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly status?: number;
}

/** A page of somebody who is signed in. */
export function deskReply(visit: MemberVisit, { title, children, status }: Body): Reply {
  const text = words[visit.language];
  const nav = (
    <>
      <a href="/desk">{text.cohorts}</a>
      {may(visit.member, 'see colleagues') ? <a href="/desk/staff">{text.team}</a> : null}
      <span class="end quiet who">
        <span class="visually-hidden">{text.as} </span>
        {visit.member.address}
      </span>
      <LanguageSwitch visit={visit} />
      <form method="post" action="/desk/sign-out">
        <button type="submit" class="plain">
          {text.signOut}
        </button>
      </form>
    </>
  );
  return page(deskPage({ language: visit.language, stage: visit.needs.stage, title, nav, children }), status);
}

/** A page before the sign-in: narrow, nothing but itself. */
export function doorReply(visit: Visit, { title, children, status }: Body): Reply {
  const nav = (
    <>
      <strong>Reverse Mentoring</strong>
      <span class="end">
        <LanguageSwitch visit={visit} />
      </span>
    </>
  );
  return page(
    deskPage({
      language: visit.language,
      stage: visit.needs.stage,
      title,
      nav,
      children: <div class="sheet narrow">{children}</div>,
    }),
    status,
  );
}

function LanguageSwitch({ visit }: { visit: Visit }) {
  const { other, otherCode } = words[visit.language];
  return (
    <a href={`?lang=${otherCode}`} lang={otherCode} hreflang={otherCode}>
      {other}
    </a>
  );
}
