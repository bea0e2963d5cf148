// The sandbox beside the server: a stand-in for the platform and for customers' phones, as a process of its own that ends with
// this one. What the environment says goes before what it brings.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ServerError } from '../server-error.ts';

const SANDBOX_PORT = '7071';

/** The environment of a server beside the sandbox. */
export function demoEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    WHATSAPP_APP_SECRET: 'sandbox-secret',
    WHATSAPP_VERIFY_TOKEN: 'sandbox-verify',
    WHATSAPP_ACCESS_TOKEN: 'sandbox-token',
    WHATSAPP_API_URL: `http://127.0.0.1:${env['SANDBOX_PORT'] ?? SANDBOX_PORT}`,
    ...env,
  };
}

/** Starts the sandbox, which delivers to `server`. Resolves to the address of its phones. Throws `sandbox-failed`. */
export async function startSandbox(
  program: string,
  server: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const port = env['SANDBOX_PORT'] ?? SANDBOX_PORT;
  const words = ['--webhook', `${server}/webhooks/whatsapp`, '--port', port, '--people', '4', '--with-parent'];
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const address = await Promise.race([addressOf(child), ended(child)]);
  return {
    address,
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

const ADDRESS = /https?:\S+/;

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new ServerError('sandbox-failed');
  for await (const line of createInterface({ input: stdout })) {
    const address = ADDRESS.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new ServerError('sandbox-failed');
}

async function ended(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new ServerError('sandbox-failed');
}
