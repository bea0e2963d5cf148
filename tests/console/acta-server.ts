// The real program with the sandbox beside it, in a vault and with keys of its own, as `npm start -- --demo` runs it; and the command
// line on the same vault.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtConsole } from './built-console.ts';

const PROGRAM = fileURLToPath(new URL('../../acta', import.meta.url));

export interface ActaServer {
  /** Where people come: by a name, as passkeys need it. */
  readonly address: string;
  /** What the printed address carries, by which the first person becomes the owner. */
  readonly token: string;
  /** The sandbox's controls and phones; nothing where there is none. */
  readonly phones: string;
  readonly vault: string;
  /** Runs a command on the same vault; resolves to what it printed. */
  readonly run: (...words: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

export interface ActaOrder {
  /** With the samples and the sandbox. */
  readonly isDemo?: boolean;
  /** A vault that is there already, and its keys; it stays when the server stops. */
  readonly place?: { readonly dir: string; readonly keys: string };
  /** Settings besides, or in place of the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts everything, in a vault of its own that goes when it is stopped. */
export async function startActa({ env: more, isDemo = true, place }: ActaOrder = {}): Promise<ActaServer> {
  await builtConsole();
  const folder = await mkdtemp(join(tmpdir(), 'acta-console-'));
  const [port, sandboxPort] = await freePorts();
  const env = {
    PATH: process.env['PATH'],
    TMPDIR: tmpdir(),
    LANG: 'C.UTF-8',
    ACTA_KEYS: place?.keys ?? join(folder, 'keys'),
    ACTA_PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    ...more,
  };
  const vault = place?.dir ?? join(folder, 'vault');
  const child = spawn(PROGRAM, ['start', ...(isDemo ? ['--demo'] : []), '--json', '--vault', vault], { env });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  assert.ok(done !== true, `the server ended before it listened: ${said}`);
  const { page, phones = '' } = JSON.parse(value) as { readonly page: string; readonly phones?: string };
  const { origin, hash } = new URL(page);
  return {
    address: origin,
    token: hash.slice(1),
    phones,
    vault,
    run: async (...words) => (await promisify(execFile)(PROGRAM, [...words, '--vault', vault], { env })).stdout,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Two ports that nobody listens on now. */
async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer(), createServer()] as const;
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      assert.ok(typeof address === 'object' && address !== null);
      return address.port;
    }),
  );
  for (const server of servers) server.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}
