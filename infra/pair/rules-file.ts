import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PersonId, Role } from '../../events/ids.ts';
import { Rules, Weights } from '../../shared/cohort/cohort.ts';
import type { Candidate } from '../../shared/pairing/input.ts';
import type { People } from './people.ts';
import { Refused } from './refused.ts';

const Two = z.tuple([z.string().min(1), z.string().min(1)]);

/** People by employee id, each two in the order junior, senior. What is absent is as in a new cohort. */
const RulesFile = z.strictObject({
  minLevelGap: Rules.shape.minLevelGap,
  minOverlapHours: Rules.shape.minOverlapHours,
  weights: z.strictObject(Weights.shape).prefault({}),
  pins: z.array(Two).default([]),
  blocks: z.array(Two).default([]),
  /** Who was a pair before, in whichever roles: these two do not become one again. */
  history: z.array(Two).default([]),
});
type RulesFile = z.infer<typeof RulesFile>;

/** The rules that HR wrote down, in the terms of the engine. Every mistake in them is one line of the refusal. */
export function readRules(path: string | undefined, people: People): { rules: Rules; candidates: Candidate[] } {
  const { pins, blocks, history, ...rest } = path === undefined ? RulesFile.parse({}) : parse(path);
  const mistakes: string[] = [];
  const find = (where: string, employeeId: string, role: Role | undefined): PersonId | undefined => {
    const entry = people.find(employeeId);
    const wrong = entry ? role && unfit(entry, role, where.startsWith('pins')) : 'is not in the file of the people';
    if (wrong) mistakes.push(`${where}: ${employeeId} ${wrong}`);
    return entry?.candidate?.person;
  };
  const couples = (name: string, list: RulesFile['pins'], roles: readonly [Role?, Role?]) =>
    list.flatMap(([one, other], at): [PersonId, PersonId][] => {
      const [a, b] = [find(`${name}[${at}]`, one, roles[0]), find(`${name}[${at}]`, other, roles[1])];
      return a && b ? [[a, b]] : [];
    });

  const together = new Map<PersonId, PersonId[]>();
  for (const [one, other] of couples('history', history, [])) {
    together.set(one, [...(together.get(one) ?? []), other]);
  }
  const rules: Rules = {
    ...Rules.parse(rest),
    pins: couples('pins', pins, ['junior', 'senior']),
    blocks: couples('blocks', blocks, ['junior', 'senior']),
  };
  if (mistakes.length > 0) throw new Refused(path ?? 'rules', ...mistakes);
  const candidates = people.candidates.map((each) => {
    const pairedBefore = together.get(each.person);
    return pairedBefore ? { ...each, pairedBefore } : each;
  });
  return { rules, candidates };
}

function unfit(
  { refused, role }: NonNullable<ReturnType<People['find']>>,
  wanted: Role,
  mustTakePart: boolean,
): string | undefined {
  if (refused) return mustTakePart ? `cannot take part: ${refused.rule}, ${refused.says}` : undefined;
  if (role === wanted) return undefined;
  return `${role ? `is a ${role}` : 'has no role'}, but stands where a ${wanted} belongs`;
}

function parse(path: string): RulesFile {
  let json: unknown;
  try {
    // Some editors of Windows begin a text in UTF-8 with a mark.
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Refused(path, error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error));
  }
  const parsed = RulesFile.safeParse(json);
  if (!parsed.success) throw new Refused(path, ...linesOf(parsed.error));
  return parsed.data;
}

const linesOf = ({ issues }: Pick<z.core.$ZodError, 'issues'>): string[] =>
  issues.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
