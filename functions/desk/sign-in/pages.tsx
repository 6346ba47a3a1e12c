import { doorReply } from '../../../shared/desk/frame.tsx';
import type { Reply } from '../../../shared/web/http.ts';
import type { Visit } from '../visit.ts';
import { texts } from './texts.ts';

export function sentPage(visit: Visit, address: string, cookies: readonly string[]): Reply {
  const text = texts[visit.language];
  const reply = doorReply(visit, {
    title: text.sentTitle,
    children: (
      <>
        <h1>{text.sentTitle}</h1>
        <p>{text.sent(address)}</p>
        <p class="quiet">{text.sentHint}</p>
        <p>
          <a href="/desk">{text.again}</a>
        </p>
      </>
    ),
  });
  return { ...reply, cookies };
}

export function openPage(visit: Visit): Reply {
  const text = texts[visit.language];
  return doorReply(visit, {
    title: text.openTitle,
    children: (
      <>
        <h1>{text.openTitle}</h1>
        <p>{text.open}</p>
        <form method="post" action={visit.request.path}>
          <button type="submit">{text.openButton}</button>
        </form>
      </>
    ),
  });
}

/** The same status for a link that is forged, spent, late or in the wrong place. */
export function closedPage(visit: Visit, why: 'spent' | 'another browser'): Reply {
  const text = texts[visit.language];
  const title = why === 'spent' ? text.spentTitle : text.otherTitle;
  return doorReply(visit, {
    title,
    status: 404,
    children: (
      <>
        <h1>{title}</h1>
        <p>{why === 'spent' ? text.spent : text.other}</p>
        <p>
          <a href="/desk">{text.new}</a>
        </p>
      </>
    ),
  });
}

export function outPage(visit: Visit): Reply {
  const text = texts[visit.language];
  return doorReply(visit, {
    title: text.outTitle,
    children: (
      <>
        <h1>{text.outTitle}</h1>
        <p>{text.out}</p>
        <p>
          <a href="/desk">{text.title}</a>
        </p>
      </>
    ),
  });
}
