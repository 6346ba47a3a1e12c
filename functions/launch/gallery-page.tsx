import { cohortReply } from '../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { words } from '../../shared/desk/words.ts';
import type { Composed } from '../../shared/letter/render/compose.ts';
import type { Reply } from '../../shared/web/http.ts';
import type { Choice } from './sample.ts';
import { texts } from './texts.ts';
import type { CohortVisit } from './visit.ts';

/** One letter as it arrives, on a screen and on a phone, beside its text; the way to all others; a button that sends them. */
export function galleryPage(visit: CohortVisit, choice: Choice, letter: Composed, round: string): Reply {
  const { cohort, language, member, request } = visit;
  const { me, people, kinds, kind, dark } = choice;
  const text = texts[language];
  const word = words[language];
  const home = `${homeOf(cohort.cohortId)}/launch`;
  const query = (changed: { to?: string; kind?: string; dark?: boolean }) => {
    const { to = me.role, kind: shown = kind, dark: isDark = dark } = changed;
    return `to=${to}&kind=${shown}${isDark ? '&mode=dark' : ''}`;
  };
  const here = `${home}/letters?${query({})}`;
  const sent = Number(request.query.get('sent'));
  const frame = `${home}/letters/shown?${query({})}`;
  return cohortReply(visit, {
    title: text.sample,
    children: (
      <>
        <h1>{text.sample}</h1>
        {sent > 0 ? (
          <p class="note good" role="status">
            {text.sent(sent, member.address)}
          </p>
        ) : null}
        <p class="quiet">{text.sampleHint}</p>
        <nav class="filter" aria-label={text.whose}>
          {people.map(({ name, role }) => (
            <a key={role} href={`?${query({ to: role })}`} aria-current={role === me.role ? 'page' : undefined}>
              {text.sampleFor(name, word.role[role])}
            </a>
          ))}
        </nav>
        <nav class="filter" aria-label={text.which}>
          {kinds.map((each) => (
            <a key={each} href={`?${query({ kind: each })}`} aria-current={each === kind ? 'page' : undefined}>
              {word.kind[each]}
            </a>
          ))}
        </nav>
        <form method="post" action={here} class="actions">
          <input type="hidden" name="round" value={round} />
          <button type="submit" name="what" value="one">
            {text.sendOne}
          </button>
          <button type="submit" name="what" value="all" class="plain">
            {text.sendAll(kinds.length)}
          </button>
          <a href={home}>{text.back}</a>
        </form>
        <h2 lang={me.self.letterLanguage}>{letter.subject}</h2>
        <nav class="filter" aria-label={text.theme}>
          <a href={`?${query({ dark: false })}`} aria-current={dark ? undefined : 'page'}>
            {text.light}
          </a>
          <a href={`?${query({ dark: true })}`} aria-current={dark ? 'page' : undefined}>
            {text.dark}
          </a>
        </nav>
        <div class="gallery">
          <iframe src={frame} title={text.onScreen} class="screen" />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section class="letter" tabIndex={0} aria-label={text.sampleLetter} lang={me.self.letterLanguage}>
            <Linked text={letter.text} />
          </section>
          <iframe src={frame} title={text.onPhone} class="phone" />
        </div>
      </>
    ),
  });
}

/** The links of a plain letter, to be tried. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(https?:\/\/\S+)/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
