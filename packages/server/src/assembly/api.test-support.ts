// The interface for tests: a real vault behind a server that listens, and keys for it.

import { randomBytes } from 'node:crypto';
import type { TestContext } from 'node:test';
import { apiKeyDigest, apiKeyText } from '../access/api-key.ts';
import { API_SCOPES } from '../access/scopes.ts';
import { apiPartsOf } from '../cli/serving-api.ts';
import type { WriteVault } from '../cli/vault.ts';
import type { ApiParts } from '../http/api/parts.ts';
import { serverMetrics } from '../http/metrics.ts';
import { httpServer } from '../http/server.ts';
import type { ListenSettings } from '../http/settings.ts';
import type { WorkSettings } from '../workers/workers.ts';
import { type TestVault, testVault } from './vault.test-support.ts';

export interface TestApi {
  readonly test: TestVault;
  readonly vault: WriteVault;
  /** Without a slash at its end. */
  readonly address: string;
  /** A new key of these scopes; of all where none are named. */
  readonly key: (...scopes: readonly string[]) => Promise<string>;
  /** Asks with a key that may do everything. */
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
}

/** A server over a new vault, gone when the test is over. */
export async function testApi(
  t: TestContext,
  options: {
    readonly before?: (test: TestVault) => Promise<unknown>;
    readonly more?: (vault: WriteVault) => Partial<ApiParts> | Promise<Partial<ApiParts>>;
    readonly listen?: Partial<ListenSettings>;
    /** Where the console's page lies. */
    readonly consoleDir?: string;
    /** What sends and tells works too. Unless settings say otherwise the platform is an address where nobody answers. */
    readonly works?: true | Partial<WorkSettings>;
  } = {},
): Promise<TestApi> {
  // Said first, so that it is done first: the vault's place goes away when the test is over too.
  let close = async (): Promise<void> => undefined;
  t.after(() => close());
  const test = testVault(t);
  await options.before?.(test);
  const vault = await test.house.write({ make: true, bulk: true });
  const workers =
    options.works === undefined
      ? undefined
      : await vault.work({
          apiUrl: 'http://127.0.0.1:9',
          numbers: [],
          allowsPrivateHooks: true,
          alert: ({ what }) => t.diagnostic(what),
          ...(options.works === true ? {} : options.works),
        });
  const metrics = serverMetrics({ size: () => vault.log.size(), folded: async () => 0, waiting: () => 0 });
  const app = await httpServer({
    listen: { host: '127.0.0.1', port: 0, isBehindProxy: false, ...options.listen },
    metrics,
    isReady: async () => true,
    ...(options.consoleDir === undefined ? {} : { consoleDir: options.consoleDir }),
    failed: (code) => t.diagnostic(`failed: ${code}`),
    webhook: {
      settings: { appSecrets: ['secret'], verifyToken: 'token' },
      receive: (delivery) => vault.accept(delivery),
      metrics,
      alert: () => undefined,
      now: () => new Date(),
    },
    api: {
      ...apiPartsOf(
        vault,
        { allowsPrivateHooks: true },
        {
          now: () => new Date(),
          ...(workers === undefined ? {} : { outgoing: workers }),
        },
      ),
      ...(await options.more?.(vault)),
    },
  });
  const listening: Promise<string> = app.listen({ host: '127.0.0.1', port: options.listen?.port ?? 0 });
  const address = await listening;
  close = async () => {
    await app.close();
    await workers?.stop();
    await vault.close();
  };
  const key = (...scopes: readonly string[]): Promise<string> => madeKey(vault, scopes);
  const all = await key(...API_SCOPES);
  const get: TestApi['get'] = (path, headers = {}) =>
    fetch(address + path, { headers: { authorization: `Bearer ${all}`, ...headers } });
  return { test, vault, address, key, get };
}

/** Puts a new key on record. */
export async function madeKey(
  vault: WriteVault,
  scopes: readonly string[],
  more: { readonly expiresAt?: string } = {},
): Promise<string> {
  const text = apiKeyText(vault.cellId, randomBytes(32));
  await vault.desk.append([
    {
      subject: 0,
      conversation: 0,
      month: 0,
      record: {
        actor: 'test',
        digest: apiKeyDigest(text) ?? '',
        ...more,
        kind: 'api-key',
        name: 'test',
        recordedAt: new Date().toISOString(),
        scopes,
        v: 1,
      },
    },
  ]);
  return text;
}
