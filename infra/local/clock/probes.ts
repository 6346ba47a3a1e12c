import type { AttributeValue } from 'aws-lambda';

type Image = Record<string, AttributeValue>;

/**
 * What a recurring function would find if it ran: from which moment on an item is work for it (ms), and whose queue it drains.
 * A function without a probe runs at every occurrence.
 */
export interface Probe {
  workFrom?(item: Image, writtenAt: number): number | undefined;
  /** The environment variable of the function that holds the queue's URL. */
  queue?: string;
}

const minute = 60_000;
const pk = (item: Image) => item.pk?.S ?? '';
const time = (value: AttributeValue | undefined) => {
  const at = Date.parse(value?.S ?? '');
  return Number.isNaN(at) ? undefined : at;
};

/** The partitions whose due index is swept: a timer anywhere else is nobody's. */
const swept = /^(cohorts|stage|help-letters|cohort#.+)$/;

/** The same indexes that the functions ask: the outbox partitions and the due index, the parked queue and its items. */
export const probes: Readonly<Record<string, Probe>> = {
  sweep: {
    workFrom(item, writtenAt) {
      if (/^outbox#\d+$/.test(pk(item))) return writtenAt + minute + 1;
      const dueAt = swept.test(pk(item)) ? time(item.dueAt) : undefined;
      return dueAt === undefined ? undefined : dueAt + minute;
    },
  },
  redrive: {
    workFrom(item, writtenAt) {
      if (pk(item) !== 'parked' || item.state?.S !== 'waiting') return undefined;
      return time(item.nextAt) ?? writtenAt;
    },
    queue: 'PARKED_QUEUE_URL',
  },
};
