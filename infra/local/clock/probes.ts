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

/** The same indexes that the functions ask: the outbox partitions and the due index, the parked queue and its items. */
export const probes: Readonly<Record<string, Probe>> = {
  sweep: {
    workFrom(item, writtenAt) {
      if (/^outbox#\d+$/.test(pk(item))) return writtenAt + minute;
      const dueAt = time(item.dueAt);
      return dueAt === undefined ? undefined : dueAt + minute;
    },
  },
  redrive: {
    workFrom: (item) => (pk(item) === 'parked' ? time(item.nextAt) : undefined),
    queue: 'PARKED_QUEUE_URL',
  },
};
