/** What the stage's own page shows. */
interface Shown {
  now: string;
  next: string | null;
  pending: { at: string; what: string }[];
  schedules: { name: string; next: string }[];
  parked: number;
  problems: string[];
}

/** The stage's own page: where everything is, what time it is, and the button that moves it. */
export function homePage(state: Shown, links: { desk: string; inbox: string | undefined }): Response {
  const { now, next, pending, parked, problems, schedules } = state;
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Local stage</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff }
  h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
  nav a { margin-right: 1.2rem } time { font-variant-numeric: tabular-nums; font-weight: 600 }
  button { font: inherit; padding: .35rem .8rem } input { font: inherit; padding: .3rem .4rem }
  form { display: inline-block; margin-right: 1rem } li { margin: .2rem 0 } .problem { color: #a40000 }
</style>
<h1>Local stage</h1>
<nav>
  <a href="${links.desk}">HR desk</a>
  ${links.inbox === undefined ? '' : `<a href="${links.inbox}">Inbox</a>`}
  <a href="/_stage/trace">Trace</a>
  <a href="/_stage/mail">Mail</a>
  <a href="/_stage/logs">Logs</a>
</nav>
<h2>Clock</h2>
<p>It is ${moment(now)}. ${next === null ? 'Nothing is due.' : `Next due: ${moment(next)}.`}</p>
<form method="post" action="/_stage/clock"><input type="hidden" name="advance" value="next"><button>Go to the next moment</button></form>
<form method="post" action="/_stage/clock"><label>or to <input name="to" value="${escaped(next ?? now)}" size="24"></label> <button>Go</button></form>
<h2>Waiting</h2>
${list(pending.map(({ at, what }) => `${at === 'now' ? 'now' : moment(at)} ${escaped(what)}`))}
<p>${parked} parked.</p>
<h2>Recurring</h2>
${list(schedules.map((one) => `${moment(one.next)} ${escaped(one.name)}`))}
${problems.length === 0 ? '' : `<h2>Problems</h2><ul>${problems.map((one) => `<li class="problem">${escaped(one)}</li>`).join('')}</ul>`}
`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
}

const list = (items: string[]) =>
  items.length === 0
    ? '<p>Nothing.</p>'
    : `<ul>${items
        .slice(0, 50)
        .map((item) => `<li>${item}</li>`)
        .join('')}</ul>`;

const moment = (iso: string) =>
  `<time datetime="${escaped(iso)}">${escaped(iso.replace('T', ' ').replace(/\.\d+Z$/, ' UTC'))}</time>`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
