// What the connection comes to: each part well, wrong or still to come, with its sentence. Pure.

import type { Key } from '../words/language.ts';
import type { Connection, ConnectionCheck } from './connection-queries.ts';

export interface Part {
  readonly name: Key;
  readonly state: 'well' | 'wrong' | 'waits';
  readonly said: Key;
  /** What stands in the places of the sentence; `time` is a moment as the server wrote it. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** The parts, in the order in which they come about. */
export function partsOf(connection: Connection, check: ConnectionCheck | undefined): readonly Part[] {
  return [
    ...(check === undefined ? [] : [webhook(check)]),
    handshake(connection),
    delivery(connection),
    ...token(connection, check),
  ];
}

function handshake({ deliveredAt, handshakeAt, strangers }: Connection): Part {
  const name = 'connect.handshake';
  if (handshakeAt !== undefined)
    return { name, state: 'well', said: 'connect.handshake-seen', values: { time: handshakeAt } };
  if (strangers > 0) return { name, state: 'wrong', said: 'connect.handshake-stranger', values: { count: strangers } };
  // Where deliveries come the handshake was long ago.
  return { name, state: deliveredAt === undefined ? 'waits' : 'well', said: 'connect.handshake-none', values: {} };
}

function delivery({ appSecrets, deliveredAt, refusals, refusedAt }: Connection): Part {
  const name = 'connect.delivery';
  if (appSecrets === 0) return { name, state: 'wrong', said: 'connect.delivery-no-secret', values: {} };
  const isRefused = refusedAt !== undefined && (deliveredAt === undefined || refusedAt > deliveredAt);
  if (isRefused) return { name, state: 'wrong', said: 'connect.delivery-wrong', values: { count: refusals } };
  if (deliveredAt === undefined) return { name, state: 'waits', said: 'connect.delivery-none', values: {} };
  return { name, state: 'well', said: 'connect.delivery-seen', values: { time: deliveredAt } };
}

function webhook({ webhook: { cause = '', state, status = 0 } }: ConnectionCheck): Part {
  const said = `connect.webhook.${state}` as const;
  return { name: 'connect.webhook', state: state === 'answers' ? 'well' : 'wrong', said, values: { cause, status } };
}

function token({ apiHost }: Connection, check: ConnectionCheck | undefined): readonly Part[] {
  if (check === undefined) return [];
  const name = 'connect.token';
  if (check.number === undefined) return [{ name, state: 'waits', said: 'connect.token.none', values: {} }];
  const { cause = '', code = 0, state } = check.number;
  const said = `connect.token.${state}` as const;
  return [{ name, state: state === 'known' ? 'well' : 'wrong', said, values: { cause, code, host: apiHost } }];
}
