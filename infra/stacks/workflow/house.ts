import type { giver } from '../../constructs/environment.ts';
import type { Inbound } from '../../constructs/inbound.ts';
import type { Mail } from '../../constructs/mail.ts';
import type { Hall } from '../../constructs/reaction.ts';
import type { Schedules } from '../../constructs/schedules.ts';
import type { accessTo, accessToKeys } from '../../constructs/table-access.ts';
import type { Web } from '../../constructs/web.ts';
import type { DataStack } from '../data.ts';

/** What the functions of the workflow live with. */
export interface House {
  readonly hall: Hall;
  readonly data: DataStack;
  readonly web: Web;
  readonly mail: Mail;
  /** Absent: the stage takes no mail. */
  readonly inbound: Inbound | undefined;
  readonly schedules: Schedules;
  readonly table: ReturnType<typeof accessTo>;
  readonly keys: ReturnType<typeof accessToKeys>;
  readonly give: ReturnType<typeof giver>;
}
