import type { Reply } from '../../../shared/web/http.ts';
import { OwnAddressField } from '../parts/form.tsx';
import { doorReply } from '../parts/frame.tsx';
import type { Visit } from '../visit.ts';
import { texts } from './texts.ts';

export function askPage(visit: Visit, { address = '', bad = false } = {}): Reply {
  const text = texts[visit.language];
  return doorReply(visit, {
    title: text.title,
    status: bad ? 422 : 200,
    children: (
      <>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <form method="post" action="/desk">
          <OwnAddressField
            name="address"
            label={text.address}
            value={address}
            error={bad ? text.badAddress : undefined}
          />
          <button type="submit">{text.send}</button>
        </form>
        {/* A link in a letter arrives without the session's cookie; this link, on our own site, brings it. */}
        <p class="quiet">
          <a href={visit.request.method === 'GET' ? visit.request.path : '/desk'}>{text.inside}</a>
        </p>
      </>
    ),
  });
}

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
