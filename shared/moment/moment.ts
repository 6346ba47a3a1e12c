import type { Instant } from '../../events/define.ts';
import type { Scope } from '../../events/ids.ts';
import { MomentDue } from '../../events/moment-due.ts';
import type { SaidEvent } from '../table/commit.ts';
import { digest } from '../table/digest.ts';
import { wholeMinute } from '../time/minute.ts';

/** One minute at which something of a scope is due. */
export interface Moment {
  readonly scope: Scope;
  readonly minute: Instant;
}

export const momentOf = (scope: Scope, dueAt: Instant): Moment => ({ scope, minute: wholeMinute(dueAt) });

/** The same moment is the same event, whoever says it and however often. */
export function momentDue({ scope, minute }: Moment, at: Instant): SaidEvent {
  const { detailType, data } = MomentDue({ scope, minute });
  const hash = digest(`${scope}/${minute}`);
  return {
    detailType,
    detail: {
      ...data,
      eventId: `evt_${hash.slice(0, 32)}`,
      occurredAt: at,
      correlationId: `moment-${hash.slice(0, 12)}`,
    },
  };
}

/** Each moment once. */
export const distinct = (moments: readonly Moment[]): Moment[] => [
  ...new Map(moments.map((moment) => [`${moment.scope}/${moment.minute}`, moment])).values(),
];
