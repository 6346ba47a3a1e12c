import { z } from 'zod';
import type { PageRequest } from '../http/gateway-event.ts';
import type { Verdict } from '../inbound/inbound.ts';
import { replyPage, replyTo, sentPage } from '../inbound/reply.ts';
import type { Stage } from '../stage.ts';
import { homePage } from './home.ts';

export interface ControlNeeds {
  links: { desk: string; inbox: string | undefined };
  schedules(): { name: string; next: number }[];
  waiting(): { at: number; label: string }[];
  ready: readonly { label: string }[];
}

const Move = z.union([
  z.strictObject({ advance: z.literal('next') }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

const CallFault = z.strictObject({
  function: z.string().optional(),
  operation: z.string().optional(),
  when: z.enum(['before', 'after']),
  effect: z.enum(['crash', 'throttle', 'error', 'time-out']),
  nth: z.int().optional(),
  times: z.int().optional(),
});
/** Everything that can go wrong on request. */
const FaultOrder = z.union([
  z.strictObject({ clear: z.literal(true) }),
  z.strictObject({ call: CallFault }),
  z.strictObject({ down: z.strictObject({ function: z.string(), until: z.iso.datetime() }) }),
  z.strictObject({
    deliveries: z.strictObject({
      copies: z.int().min(1).optional(),
      batches: z.int().min(1).optional(),
      shuffle: z.boolean().optional(),
    }),
  }),
  z.strictObject({
    sesEvents: z.strictObject({
      lose: z.array(z.string()).optional(),
      copies: z.int().min(0).optional(),
      early: z.boolean().optional(),
    }),
  }),
  z.strictObject({ schedules: z.strictObject({ copies: z.int().min(0).optional(), lateMinutes: z.int().optional() }) }),
  z.strictObject({ failEntries: z.int() }),
  z.strictObject({
    account: z.strictObject({
      mode: z.enum(['production', 'sandbox', 'paused', 'unverified']),
      verified: z.array(z.string()).optional(),
    }),
  }),
  z.strictObject({
    recipient: z.strictObject({ address: z.string(), answer: z.enum(['delivery', 'bounce', 'complaint', 'silence']) }),
  }),
]);

/** The control API: what people and tests may ask of the stage itself. */
export function controlOf(stage: Stage, needs: ControlNeeds): (request: PageRequest) => Promise<Response> {
  const state = () => ({
    now: new Date(stage.now()).toISOString(),
    next: stage.next() ?? null,
    pending: [
      ...needs.ready.map(({ label }) => ({ at: 'now', what: label })),
      ...needs.waiting().map(({ at, label }) => ({ at: new Date(at).toISOString(), what: label })),
    ],
    schedules: needs.schedules().map(({ name, next }) => ({ name, next: new Date(next).toISOString() })),
    queues: stage.queues(),
    parked: stage.parked(),
    problems: stage.problems(),
  });

  async function move(order: z.infer<typeof Move>) {
    if ('to' in order) await stage.advanceTo(new Date(order.to).toISOString());
    else await stage.advance();
    return state();
  }

  return async ({ method, path, headers, body }) => {
    const { pathname, searchParams } = new URL(path, 'http://stage');
    const html = headers.get('accept')?.includes('text/html') ?? false;
    const route = `${method} ${pathname.replace(/\/$/, '')}`;
    const [, messageId] = /^GET \/_stage\/mail\/(.+)$/.exec(route) ?? [];
    if (messageId !== undefined) {
      const message = stage.mail().find((one) => one.messageId === messageId);
      return message
        ? new Response(message.raw, { headers: { 'content-type': 'message/rfc822' } })
        : json({ message: 'No such message' }, 404);
    }
    switch (route) {
      case 'GET /_stage':
        return html ? homePage(state(), needs.links) : json(state());
      case 'GET /_stage/home':
        return homePage(state(), needs.links);
      case 'POST /_stage/clock': {
        const form = isForm(headers);
        const order = Move.safeParse(form ? Object.fromEntries(new URLSearchParams(body.toString())) : parsed(body));
        if (!order.success) return json({ message: 'Say {"advance":"next"} or {"to":"<ISO time>"}' }, 400);
        if ('to' in order.data && Date.parse(order.data.to) < stage.now())
          return json({ message: 'The clock cannot go back' }, 409);
        const after = await move(order.data);
        return form ? new Response(null, { status: 303, headers: { location: '/_stage/home' } }) : json(after);
      }
      case 'GET /_stage/trace':
        return json(stage.trace(Number(searchParams.get('since') ?? 0)));
      case 'GET /_stage/mail':
        return json(stage.mail().map(({ raw: _, ...message }) => message));
      case 'GET /_stage/logs':
        return json(stage.logs().slice(-1000));
      case 'GET /_stage/reply': {
        const letter = letterOf(searchParams.get('letter'));
        return letter ? replyPage(letter) : json({ message: 'No such letter' }, 404);
      }
      case 'POST /_stage/reply':
        return isForm(headers) ? replyByForm(new URLSearchParams(body.toString())) : replyByMail(body, searchParams);
      case 'POST /_stage/faults': {
        const order = FaultOrder.safeParse(parsed(body));
        if (!order.success) return json({ message: z.prettifyError(order.error) }, 400);
        inject(order.data);
        return json({ message: 'Injected' });
      }
      default:
        return json({ message: `The stage has no ${method} ${pathname}` }, 404);
    }
  };

  function letterOf(messageId: string | null) {
    return stage.mail().find((one) => one.messageId === messageId);
  }

  /** A raw message; its To decides where it goes, the query what SES finds in it. */
  async function replyByMail(raw: Buffer, query: URLSearchParams) {
    const verdict = (name: string): Verdict => (query.get(name) === 'FAIL' ? 'FAIL' : 'PASS');
    const received = stage.receive({ raw, spam: verdict('spam'), virus: verdict('virus') });
    await stage.settle();
    return json(received, received.accepted ? 202 : 404);
  }

  async function replyByForm(form: URLSearchParams) {
    const letter = letterOf(form.get('letter'));
    if (!letter) return json({ message: 'No such letter' }, 404);
    const raw = Buffer.from(await replyTo(letter, form.get('words') ?? '', stage.now()));
    const answered = await replyByMail(raw, new URLSearchParams());
    return answered.status === 202 ? sentPage() : answered;
  }

  function inject(order: z.infer<typeof FaultOrder>) {
    // Absent and undefined are the same in JSON, not in the types.
    const given = <T>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } => JSON.parse(JSON.stringify(value));
    if ('clear' in order) stage.faults.clear();
    else if ('call' in order) stage.faults.inject(given(order.call));
    else if ('down' in order) stage.faults.down(order.down.function, order.down.until);
    else if ('deliveries' in order) stage.faults.deliveries(given(order.deliveries));
    else if ('sesEvents' in order) stage.faults.sesEvents(given(order.sesEvents));
    else if ('schedules' in order) stage.faults.schedules(given(order.schedules));
    else if ('failEntries' in order) stage.faults.failEntries(order.failEntries);
    else if ('account' in order) stage.faults.account(order.account.mode, order.account.verified);
    else stage.faults.recipient(order.recipient.address, order.recipient.answer);
  }
}

const isForm = (headers: Headers) => headers.get('content-type')?.includes('form') ?? false;

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value, undefined, 2), { status, headers: { 'content-type': 'application/json' } });

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
