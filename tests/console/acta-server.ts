// The real program with the sandbox beside it, in a vault and with keys of its own, as `npm start -- --demo` runs it; and the command
// line on the same vault.

import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
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
  /** Ends the server, as its machine's going down does; what it keeps stays. */
  readonly down: () => Promise<void>;
  /** Starts it again where it was. */
  readonly up: () => Promise<void>;
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
  const program = new Program(['start', ...(isDemo ? ['--demo'] : []), '--json', '--vault', vault], env);
  const { page, phones = '' } = await program.start();
  const { origin, hash } = new URL(page);
  return {
    address: origin,
    token: hash.slice(1),
    phones,
    vault,
    run: async (...words) => (await promisify(execFile)(PROGRAM, [...words, '--vault', vault], { env })).stdout,
    down: () => program.end(),
    up: async () => void (await program.start()),
    stop: async () => {
      await program.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What the server prints when it listens. */
interface Listening {
  readonly page: string;
  readonly phones?: string;
}

/** The program under one command, started as often as it is ended. */
class Program {
  private child: ChildProcessWithoutNullStreams | undefined;
  private readonly words: readonly string[];
  private readonly env: NodeJS.ProcessEnv;

  constructor(words: readonly string[], env: NodeJS.ProcessEnv) {
    this.words = words;
    this.env = env;
  }

  async start(): Promise<Listening> {
    const child = spawn(PROGRAM, this.words, { env: this.env });
    this.child = child;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
    assert.ok(done !== true, `the server ended before it listened: ${said}`);
    return JSON.parse(value) as Listening;
  }

  async end(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
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
