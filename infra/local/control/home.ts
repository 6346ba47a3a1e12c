/** What the stage's own page shows. */
interface Shown {
  now: string;
  next: string | null;
  pending: { at: string; what: string }[];
  schedules: { name: string; next: string }[];
  parked: number;
  problems: string[];
}

/** The desk's colours, without its style sheet: this page must stand when no function runs. */
const style = `
  :root { color-scheme: light dark; --paper: #f7f4ee; --card: #fffdf9; --ink: #2a2724; --quiet: #625b53; --line: #e2dbcf; --green: #1d5f56; --on-green: #fff; --bad: #a02a12 }
  @media (prefers-color-scheme: dark) { :root { --paper: #1a1917; --card: #24221f; --ink: #e9e5de; --quiet: #b5aea3; --line: #3a3733; --green: #8fd0c0; --on-green: #12211e; --bad: #ff9c85 } }
  * { box-sizing: border-box }
  body { font: 1rem/1.55 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; color: var(--ink); background: var(--paper) }
  h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem } h2 { font-size: 1.1rem; margin: 0 0 .75rem }
  p { margin: 0 0 .75rem } .quiet { color: var(--quiet) } a { color: var(--green) }
  nav { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; margin: 1.25rem 0 }
  nav a, section { background: var(--card); border: 1px solid var(--line); border-radius: .75rem }
  nav a { display: block; padding: .8rem 1rem; text-decoration: none; font-weight: 600 }
  nav a:hover { border-color: var(--green) } nav small { display: block; font-weight: 400; color: var(--quiet) }
  section { padding: 1.1rem 1.25rem .6rem; margin: 0 0 1rem }
  time { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap }
  form { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin: 0 0 .75rem }
  button { font: inherit; font-weight: 600; padding: .55rem 1rem; border: 1px solid var(--green); border-radius: .6rem; background: var(--green); color: var(--on-green); cursor: pointer }
  button.plain { background: transparent; color: var(--green) }
  input { font: inherit; padding: .5rem .6rem; border: 1px solid var(--quiet); border-radius: .6rem; background: transparent; color: inherit; width: 15.5rem; max-width: 100% }
  :focus-visible { outline: 3px solid var(--green); outline-offset: 2px }
  ul { list-style: none; margin: 0 0 .75rem; padding: 0 } li { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
  li:last-child { border: 0 } .problem { color: var(--bad) }`;

/** The stage's own page: where everything is, what time it is, and the button that moves it. */
export function homePage(state: Shown, links: { desk: string; inbox: string | undefined }): Response {
  const { now, next, pending, parked, problems, schedules } = state;
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Local stage</title>
<style>${style}</style>
<main>
<h1>Reverse mentoring, on this machine</h1>
<p class="quiet">The real system in small: its mail goes to the inbox, its clock is yours. Nothing leaves the machine.</p>
<nav>
  ${card(links.desk, 'HR desk', 'cohorts, people, pairs')}
  ${links.inbox === undefined ? '' : card(links.inbox, 'Inbox', 'every letter sent')}
  ${card('/_stage/trace', 'Trace', 'events and functions')}
  ${card('/_stage/logs', 'Logs', 'what the functions say')}
</nav>
<section id="clock">
<h2>Clock</h2>
<p>It is ${moment(now)}. ${next === null ? 'Nothing is due.' : `Next, something is due at ${moment(next)}.`}</p>
${next === null ? '' : '<form method="post" action="/_stage/clock"><input type="hidden" name="advance" value="next"><button>Go to the next moment</button></form>'}
<form method="post" action="/_stage/clock"><label for="to">Or to</label> <input id="to" name="to" value="${escaped(next ?? now)}"> <button class="plain">Go there</button></form>
</section>
${problems.length === 0 ? '' : `<section><h2>Problems</h2>${list(problems.map((one) => `<span class="problem">${escaped(one)}</span>`))}</section>`}
<section>
<h2>Waiting</h2>
${list(pending.map(({ at, what }) => `${at === 'now' ? '<time>now</time>' : moment(at)} ${escaped(what)}`))}
<p class="quiet">${parked === 0 ? 'Nothing is parked.' : `${parked} parked.`}</p>
</section>
<section>
<h2>Recurring</h2>
${list(schedules.map((one) => `${moment(one.next)} ${escaped(one.name)}`))}
</section>
</main>
`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
}

const card = (href: string, name: string, what: string) => `<a href="${href}">${name}<small>${what}</small></a>`;

const list = (items: string[]) =>
  items.length === 0
    ? '<p>Nothing.</p>'
    : `<ul>${items
        .slice(0, 50)
        .map((item) => `<li>${item}</li>`)
        .join('')}</ul>`;

const moment = (iso: string) =>
  `<time datetime="${escaped(iso)}">${escaped(iso.replace('T', ' ').replace(/(:\d\d)?\.\d+Z$/, ' UTC'))}</time>`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
