// What the server counts of itself, in the text form of Prometheus. Labels are names of this code, never of people.

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface ServerMetrics {
  /** A delivery was kept; how long that took. */
  readonly delivered: (durationMs: number) => void;
  /** A delivery had no right signature. */
  readonly refused: () => void;
  readonly requested: (route: string, status: number) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

/** Numbers that are asked for when somebody looks. */
export interface Watched {
  readonly size: () => Promise<number>;
  readonly folded: () => Promise<number>;
  readonly waiting: () => number;
}

/** Counters of one server. */
export function serverMetrics(watched: Watched): ServerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const deliveries = new Counter({
    name: 'acta_deliveries_total',
    help: 'Signed webhook deliveries made durable',
    registers,
  });
  const refusals = new Counter({
    name: 'acta_deliveries_refused_total',
    help: 'Deliveries without a right signature',
    registers,
  });
  const requests = new Counter({
    name: 'acta_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'acta_delivery_seconds',
    help: 'From a checked signature to durable',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  gauge('acta_ledger_entries', 'Entries of the ledger', watched.size);
  gauge('acta_projected_entries', 'Entries that the tables have', watched.folded);
  gauge('acta_deliveries_waiting', 'Deliveries that are durable and not yet in the ledger', watched.waiting);
  return {
    delivered: (durationMs) => {
      deliveries.inc();
      durations.observe(durationMs / 1000);
    },
    refused: () => refusals.inc(),
    requested: (route, status) => requests.inc({ route, status }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };

  function gauge(name: string, help: string, value: () => number | Promise<number>): void {
    const made: Gauge = new Gauge({
      name,
      help,
      registers,
      collect: async () => {
        made.set(await value());
      },
    });
  }
}
