/** One request for permission: who wants to do what to which resource, and what the service knows about the request. */
export interface Call {
  /** A role is named by its logical id, its name or its ARN; a service as `events.amazonaws.com`. */
  principal: { role: string } | { service: string; sourceArn?: string };
  action: string;
  /** An ARN, or `*` for actions that have no resource. */
  resource: string;
  /** Condition keys of this request. A key that is known to be empty is given as an empty list. */
  context: Record<string, string | string[]>;
}

export type Verdict = { allowed: true; by: string } | { allowed: false; why: string };
