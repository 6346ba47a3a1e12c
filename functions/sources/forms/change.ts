import { refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { readAnswers } from '../../../shared/source/read.ts';
import { type Source, sources } from '../../../shared/source/source.ts';
import { correctForm } from '../../../shared/submission/resubmit.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { type SourceVisit, sourcesOf } from '../visit.ts';
import { oncePage } from './once-page.tsx';
import { rejectedOf, show } from './one.ts';
import { freshSecret, usableSecret } from './secret.ts';
import { texts } from './texts.ts';

/** POST /desk/cohorts/{cohort}/sources/{source}: one of its buttons. */
export async function changeSource(visit: SourceVisit): Promise<Reply> {
  const what = visit.request.form.get('what');
  if (what === 'on' || what === 'off') return switchTo(visit, what);
  if (what === 'rotate') return rotate(visit);
  if (what === 'end') return end(visit);
  if (what === 'again') return readAgain(visit);
  return refusedReply(visit, 'unknown', hereOf(visit));
}

const hereOf = (visit: SourceVisit) => `${sourcesOf(visit)}/${visit.source.sourceId}`;

async function switchTo(visit: SourceVisit, state: Source['state']): Promise<Reply> {
  const { needs, source } = visit;
  await needs.table.change(sources, source, commandOf(visit, `switch form ${state}`), (current) =>
    !current || current.state === state ? { refused: 'is so' } : { to: { ...unnumbered(current), state } },
  );
  return seeOther(`${hereOf(visit)}?done=${state}`);
}

/** A second secret beside the first. Its number is the version that it comes with: no number ever comes twice. */
async function rotate(visit: SourceVisit): Promise<Reply> {
  const { needs, source, request, trigger } = visit;
  const given = (request.form.get('secret') ?? '').trim();
  if (given === '' ? source.provider === 'formbricks' : !usableSecret(given, source.provider)) {
    return show(visit, { badSecret: true });
  }
  const secret = given || freshSecret(needs.randomSecret());
  const seen = Number(request.form.get('version'));
  const result = await needs.table.change(sources, source, commandOf(visit, 'rotate secret'), (current) =>
    !current || current.version !== seen || current.secrets.length >= 2
      ? { refused: 'done already' }
      : {
          to: {
            ...unnumbered(current),
            secrets: [...current.secrets, { number: current.version + 1, madeAt: trigger.at }],
          },
        },
  );
  // Also of a press that is repeated: the first one may have ended before the secret was kept.
  const number = seen + 1;
  const counts = result.item?.secrets.some((each) => each.number === number);
  if (!result.item || !counts || !(await needs.secrets.put(source.sourceId, { number, secret }))) {
    return seeOther(`${hereOf(visit)}?done=known`);
  }
  return given ? seeOther(`${hereOf(visit)}?done=saved`) : oncePage(visit, result.item, secret);
}

/** From the commit on the old secret proves nothing; then its value goes, too. */
async function end(visit: SourceVisit): Promise<Reply> {
  const { needs, source, request } = visit;
  const number = Number(request.form.get('number'));
  const result = await needs.table.change(sources, source, commandOf(visit, 'end secret'), (current) =>
    !current || current.secrets.length < 2 || !current.secrets.some((each) => each.number === number)
      ? { refused: 'done already' }
      : { to: { ...unnumbered(current), secrets: current.secrets.filter((each) => each.number !== number) } },
  );
  if (result.ok) await needs.secrets.takeAway(source.sourceId, number);
  return seeOther(`${hereOf(visit)}?done=ended`);
}

/** So many at one press: each is a commit of its own. */
const mostAtOnce = 50;

/** What was rejected is read by the mapping of now. What still cannot be read stays as it is. */
async function readAgain(visit: SourceVisit): Promise<Reply> {
  const { needs, source, cohort, language } = visit;
  const waiting = await rejectedOf(visit);
  const names = await needs.keys.identity();
  const resubmitting = { table: needs.table, names, command: commandOf(visit, 'read again') };
  let taken = 0;
  const readable = waiting
    .map((each) => ({ each, told: readAnswers(each.answers ?? [], source.mapping ?? [], cohort).told }))
    .filter(({ told }) => told !== undefined)
    .sort((a, b) => (a.each.receivedAt < b.each.receivedAt ? -1 : 1));
  for (const { each, told } of readable.slice(0, mostAtOnce)) {
    const done = told && (await correctForm(resubmitting, each, told));
    if (done === 'taken' || done === 'said before') taken += 1;
  }
  return show(visit, { good: texts[language].readAgain(taken, waiting.length - taken) });
}
