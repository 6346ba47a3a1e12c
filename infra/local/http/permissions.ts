import type { Call, Verdict } from '../iam/call.ts';
import { ServiceError } from '../service-error.ts';

/** A permission that was really used: the other half of "no permission too many". */
export interface UsedPermission {
  /** The role's logical id, or the service. */
  by: string;
  action: string;
  resource: string;
  leadingKeys: string[];
}

/**
 * Whoever runs commands against the stage, as an administrator would against an account: no role of the template, and so
 * bound by none of its policies. The access key id by which the stage knows them.
 */
export const operator = 'operator';

/** The one place where the stage asks whether somebody may do something. */
export interface Permissions {
  /** Answers no as a value, and remembers it among the problems. */
  allowed(call: Call): boolean;
  /** @throws ServiceError AccessDeniedException */
  demand(call: Call): void;
  used(): UsedPermission[];
  clear(): void;
}

export function permissions(ask: (call: Call) => Verdict, onRefused: (sentence: string) => void): Permissions {
  let used = new Map<string, UsedPermission>();
  /** Policies do not change while the stage runs, so an answer is good for the same question. */
  const known = new Map<string, Verdict>();
  const judge = (call: Call): Verdict => {
    const key = JSON.stringify(call);
    const verdict = known.get(key) ?? ask(call);
    if (known.size > 50_000) known.clear();
    known.set(key, verdict);
    return verdict;
  };
  const sentence = (call: Call, why: string) =>
    `${nameOf(call)} is not authorized to perform: ${call.action} on resource: ${call.resource} because ${why}`;

  const check = (call: Call): string | undefined => {
    if ('role' in call.principal && call.principal.role === operator) return undefined;
    const verdict = judge(call);
    if (!verdict.allowed) {
      const refusal = sentence(call, verdict.why);
      onRefused(refusal);
      return refusal;
    }
    const keys = call.context['dynamodb:LeadingKeys'] ?? [];
    const leadingKeys = typeof keys === 'string' ? [keys] : keys;
    const use = { by: nameOf(call), action: call.action, resource: call.resource, leadingKeys };
    used.set(`${use.by} ${use.action} ${use.resource} ${leadingKeys.join(' ')}`, use);
    return undefined;
  };

  return {
    allowed: (call) => check(call) === undefined,
    demand(call) {
      const refusal = check(call);
      if (refusal !== undefined) throw new ServiceError('AccessDeniedException', `User: ${refusal}`);
    },
    used: () => [...used.values()],
    clear() {
      used = new Map();
    },
  };
}

const nameOf = ({ principal }: Call) => ('role' in principal ? principal.role : principal.service);
