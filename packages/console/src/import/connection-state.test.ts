// Each part of the connection says exactly what is wrong with it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Connection, ConnectionCheck } from './connection-queries.ts';
import { partsOf } from './connection-state.ts';

const NEW: Connection = {
  callbackPath: '/webhooks/whatsapp',
  isDemo: false,
  apiHost: 'graph.example',
  appSecrets: 1,
  hasVerifyToken: true,
  hasAccessToken: true,
  ownTokens: [],
  numbers: [],
  strangers: 0,
  refusals: 0,
};
const LATER = '2026-01-05T10:00:00.000Z';
const SOONER = '2026-01-05T09:00:00.000Z';

const saidOf = (connection: Partial<Connection>, check?: ConnectionCheck): string[] =>
  partsOf({ ...NEW, ...connection }, check).map(({ said, state }) => `${state} ${said}`);

test('a new connection waits for the handshake and the first delivery', () => {
  assert.deepEqual(saidOf({}), ['waits connect.handshake-none', 'waits connect.delivery-none']);
});

test('a wrong verify token, a missing and a wrong app secret are told apart', () => {
  assert.deepEqual(saidOf({ strangers: 2 })[0], 'wrong connect.handshake-stranger');
  assert.deepEqual(saidOf({ appSecrets: 0 })[1], 'wrong connect.delivery-no-secret');
  assert.deepEqual(saidOf({ refusals: 1, refusedAt: LATER, deliveredAt: SOONER })[1], 'wrong connect.delivery-wrong');
  assert.deepEqual(saidOf({ refusals: 1, refusedAt: SOONER, deliveredAt: LATER })[1], 'well connect.delivery-seen');
});

test('the test of webhook and token names the cause', () => {
  const check: ConnectionCheck = {
    webhook: { state: 'differs', status: 502 },
    number: { id: '1', state: 'wrong-token', code: 190 },
  };
  const parts = partsOf(NEW, check);
  assert.deepEqual(parts[0]?.said, 'connect.webhook.differs');
  assert.deepEqual(parts.at(-1)?.values, { cause: '', code: 190, host: 'graph.example' });
});
