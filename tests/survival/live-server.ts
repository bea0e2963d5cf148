// `acta serve` as a process of its own on a place, told to send to a sandbox; killed without warning.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { WITH_JOINED } from '../../packages/server/joined/place.ts';
import { type Place, PROJECT } from './place.ts';

const START_MS = 120_000;
const MAIN = join(PROJECT, 'packages', 'server', 'src', 'main.ts');

export const APP_SECRET = 'survival-secret';

export interface LiveSettings {
  readonly port: number;
  /** What stands for the platform. */
  readonly apiUrl: string;
}

export class LiveServer {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  /** Resolves when it listens. Throws with what it said where it does not. */
  static async start(place: Place, { apiUrl, port }: LiveSettings): Promise<LiveServer> {
    const env = {
      ...place.env,
      ACTA_PORT: String(port),
      WHATSAPP_API_URL: apiUrl,
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_ACCESS_TOKEN: 'sandbox-token',
    };
    // Node itself, not the launcher: the kill is to meet the server.
    const child = spawn(process.execPath, [...WITH_JOINED, MAIN, 'serve', '--json'], {
      cwd: place.dir,
      env,
      stdio: 'pipe',
    });
    let said = '';
    const heard = new Promise<boolean>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('\n')) resolve(true);
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      child.once('exit', () => resolve(false));
      setTimeout(() => resolve(false), START_MS).unref();
    });
    const server = new LiveServer(child);
    if (await heard) return server;
    await server.kill();
    throw new Error(`the server did not start: ${said.slice(-500)}`);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
