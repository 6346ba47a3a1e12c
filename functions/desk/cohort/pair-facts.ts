import type { Instant } from '../../../events/define.ts';
import type { PairId, Role } from '../../../events/ids.ts';
import type { CheckIn } from '../../../shared/check-in/check-in.ts';
import { questions } from '../../../shared/check-in/questions.ts';

/** What HR may see of one side: when it was last asked, and its last operational answers. */
export interface SideFacts {
  readonly askedAt?: Instant | undefined;
  readonly answeredAt?: Instant | undefined;
  readonly met?: string | undefined;
  readonly moved?: string | undefined;
}
export type PairFacts = Readonly<Record<Role, SideFacts>>;

const operational = (id: 'P1' | 'P2', { answers }: CheckIn): string | undefined =>
  questions[id].class === 'operational' ? answers?.[id] : undefined;

/** The last operational answers of both sides of each pair. Nothing else of a check-in is taken up. */
export function factsOf(checkIns: readonly CheckIn[]): ReadonlyMap<PairId, PairFacts> {
  const sides = Map.groupBy(checkIns, ({ pairId, role }) => `${pairId}/${role}`);
  const side = (pairId: PairId, role: Role): SideFacts => {
    const mine = sides.get(`${pairId}/${role}`) ?? [];
    const answered = latest(mine, ({ answeredAt }) => answeredAt);
    const asked = latest(mine, ({ askedAt }) => askedAt);
    return {
      askedAt: asked?.askedAt,
      answeredAt: answered?.answeredAt,
      met: answered && operational('P1', answered),
      moved: answered && operational('P2', answered),
    };
  };
  return new Map(
    checkIns.map(({ pairId }) => [pairId, { junior: side(pairId, 'junior'), senior: side(pairId, 'senior') }]),
  );
}

function latest(list: readonly CheckIn[], at: (checkIn: CheckIn) => Instant | undefined): CheckIn | undefined {
  return list
    .filter((each) => at(each) !== undefined)
    .reduce<CheckIn | undefined>(
      (best, each) => (best && (at(best) ?? '') >= (at(each) ?? '') ? best : each),
      undefined,
    );
}
