import { ServiceError } from '../service-error.ts';
import type { Assembly } from '../template/assembly.ts';
import { compileExpression } from './expression.ts';
import { groupName, parse, type ScheduleRequest, scheduleRequest } from './request.ts';
import { describe, nextOf, type Occurrence, type Schedule } from './schedule.ts';

export type { Target } from './request.ts';
export type { Occurrence } from './schedule.ts';

interface Place {
  readonly region: string;
  readonly accountId: string;
}

interface Listing {
  GroupName?: string | undefined;
  NamePrefix?: string | undefined;
  State?: string | undefined;
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

/**
 * EventBridge Scheduler as a state machine: every method gets the moment (ms) at which it happens, and nothing fires by itself.
 * A one-time schedule whose moment has passed when it is made never fires: AWS promises nothing better.
 */
export class Schedules {
  readonly #place: Place;
  readonly #arn: (resource: string) => string;
  readonly #groups = new Map<string, { createdAt: number }>();
  readonly #schedules = new Map<string, Schedule>();

  constructor(place: Place) {
    const { region, accountId } = place;
    this.#place = place;
    this.#arn = (resource) => `arn:aws:scheduler:${region}:${accountId}:${resource}`;
    this.#groups.set('default', { createdAt: 0 });
  }

  /** The same groups and schedules, on their own from here on. */
  copy(): Schedules {
    const copy = new Schedules(this.#place);
    for (const [name, group] of this.#groups) copy.#groups.set(name, group);
    for (const [key, schedule] of this.#schedules) copy.#schedules.set(key, schedule);
    return copy;
  }

  createGroup(name: string, now: number): { ScheduleGroupArn: string } {
    parse(groupName, name);
    if (this.#groups.has(name))
      throw new ServiceError('ConflictException', `Schedule group ${name} already exists.`, 409);
    this.#groups.set(name, { createdAt: now });
    return { ScheduleGroupArn: this.#groupArn(name) };
  }

  /** Takes the group's schedules with it. AWS does so in the course of minutes, in which they may still fire. */
  deleteGroup(name: string): void {
    this.#group(name);
    this.#groups.delete(name);
    for (const [key, { request }] of this.#schedules) if (request.GroupName === name) this.#schedules.delete(key);
  }

  create(input: unknown, now: number): { ScheduleArn: string } {
    const request = parse(scheduleRequest, input);
    this.#group(request.GroupName);
    const existing = this.#schedules.get(keyOf(request.GroupName, request.Name));
    // The same token is the same request sent again.
    if (existing && request.ClientToken !== undefined && existing.request.ClientToken === request.ClientToken) {
      return { ScheduleArn: existing.arn };
    }
    if (existing) throw new ServiceError('ConflictException', `Schedule ${request.Name} already exists.`, 409);
    return this.#put(request, now, now);
  }

  /** Replaces the whole schedule: what the request does not name is back at its default. */
  update(input: unknown, now: number): { ScheduleArn: string } {
    const request = parse(scheduleRequest, input);
    const { createdAt } = this.#find(request.GroupName, request.Name);
    return this.#put(request, createdAt, now);
  }

  get(name: string, group = 'default'): Record<string, unknown> {
    return describe(this.#find(group, name));
  }

  delete(name: string, group = 'default'): void {
    this.#find(group, name);
    this.#schedules.delete(keyOf(group, name));
  }

  /** In the order of names; `NextToken` is the place to go on. */
  list({ GroupName, NamePrefix = '', State, MaxResults = 100, NextToken = '0' }: Listing = {}) {
    if (GroupName !== undefined) this.#group(GroupName);
    const found = this.#sorted().filter(
      ({ request }) =>
        (GroupName === undefined || request.GroupName === GroupName) &&
        request.Name.startsWith(NamePrefix) &&
        (State === undefined || request.State === State),
    );
    const from = Number(NextToken);
    const until = from + MaxResults;
    const page = found.slice(from, until).map((schedule) => {
      const { Arn, Name, GroupName: Group, State: Its, CreationDate, LastModificationDate } = describe(schedule);
      const { Target } = schedule.request;
      return {
        Arn,
        Name,
        GroupName: Group,
        State: Its,
        CreationDate,
        LastModificationDate,
        Target: { Arn: Target.Arn },
      };
    });
    return { Schedules: page, ...(until < found.length && { NextToken: String(until) }) };
  }

  /** Firings with `after < at <= until`, in time order and then by name. */
  dueBetween(after: number, until: number): Occurrence[] {
    const occurrences: Occurrence[] = [];
    for (const schedule of this.#sorted()) {
      let at = nextOf(schedule, after);
      while (at !== undefined && at <= until) {
        occurrences.push(this.#occurrence(schedule, at));
        at = nextOf(schedule, at);
      }
    }
    return occurrences.sort((left, right) => left.at - right.at);
  }

  /** The first firing after a moment, the first name of several. `only` narrows it, to one-time schedules for instance. */
  next(after: number, only: (occurrence: Occurrence) => boolean = () => true): Occurrence | undefined {
    let first: Occurrence | undefined;
    for (const schedule of this.#sorted()) {
      const at = nextOf(schedule, after);
      if (at === undefined || (first && at >= first.at)) continue;
      const occurrence = this.#occurrence(schedule, at);
      if (only(occurrence)) first = occurrence;
    }
    return first;
  }

  /** To be called when a firing has been delivered or given up: removes what asked to be deleted after its last one. */
  completed({ name, group, at }: Pick<Occurrence, 'name' | 'group' | 'at'>): void {
    const schedule = this.#schedules.get(keyOf(group, name));
    if (schedule?.request.ActionAfterCompletion !== 'DELETE') return;
    if (nextOf(schedule, at) === undefined) this.#schedules.delete(keyOf(group, name));
  }

  #put(request: ScheduleRequest, createdAt: number, now: number) {
    const { GroupName, Name, ScheduleExpression, ScheduleExpressionTimezone, StartDate } = request;
    // A rate whose start date lies ahead starts with it, not a minute later.
    const startsAt = StartDate !== undefined && StartDate > now ? StartDate - 1 : now;
    const timing = compileExpression(ScheduleExpression, ScheduleExpressionTimezone, startsAt);
    const arn = this.#arn(`schedule/${GroupName}/${Name}`);
    this.#schedules.set(keyOf(GroupName, Name), { arn, request, timing, since: now, createdAt });
    return { ScheduleArn: arn };
  }

  #find(group: string, name: string): Schedule {
    this.#group(group);
    const schedule = this.#schedules.get(keyOf(group, name));
    if (!schedule) throw new ServiceError('ResourceNotFoundException', `Schedule ${name} does not exist.`, 404);
    return schedule;
  }

  #group(name: string) {
    const group = this.#groups.get(name);
    if (!group) throw new ServiceError('ResourceNotFoundException', `Schedule group ${name} does not exist.`, 404);
    return group;
  }

  #groupArn = (name: string) => this.#arn(`schedule-group/${name}`);

  #sorted(): Schedule[] {
    const key = ({ request }: Schedule) => keyOf(request.GroupName, request.Name);
    return [...this.#schedules.values()].sort((left, right) => (key(left) < key(right) ? -1 : 1));
  }

  #occurrence({ arn, request, timing }: Schedule, at: number): Occurrence {
    const { Name: name, GroupName: group, Target: target } = request;
    return { at, name, group, arn, groupArn: this.#groupArn(group), target, oneTime: timing.oneTime };
  }
}

/** The groups and schedules of the template, made at `now`. */
export function schedulesOf(assembly: Assembly, now: number): Schedules {
  const schedules = new Schedules(assembly);
  for (const { type, physicalId } of assembly.resources) {
    if (type === 'AWS::Scheduler::ScheduleGroup') schedules.createGroup(physicalId, now);
  }
  for (const { type, physicalId, properties } of assembly.resources) {
    if (type === 'AWS::Scheduler::Schedule') schedules.create({ ...properties, Name: physicalId }, now);
  }
  return schedules;
}

// A slash cannot stand in a name.
const keyOf = (group: string, name: string) => `${group}/${name}`;
