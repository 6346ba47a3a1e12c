import { type Reason, reasonText } from '../../shared/submission/reasons.ts';

/** Input that cannot be used. Each line is a reason, for standard error; the process ends with 2. */
export class Refused extends Error {
  readonly lines: readonly string[];
  constructor(where: string, ...reasons: readonly (string | Reason)[]) {
    const lines = reasons.map(
      (why) => `${where === '' ? '' : `${where}: `}${typeof why === 'string' ? why : reasonText(why, 'en')}`,
    );
    super(lines.join('\n'));
    this.lines = lines;
  }
}
