// `npm run sandbox`: starts a sandbox as the command line says, shows where it is, and, on a terminal, how it goes. Piped, it says where
// it listens and then nothing but errors.

import { startSandbox } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import { readSettings, usage } from './settings.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.isHelp) {
    process.stdout.write(usage);
    return;
  }
  const sandbox = await startSandbox(settings.sandbox);
  process.stdout.write(`phones    ${sandbox.url}\n`);
  const stop = (): void => void sandbox.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  const isOurs = error instanceof SandboxError || (error instanceof Error && 'code' in error);
  process.stderr.write(`sandbox: ${isOurs ? (error as Error).message : String(error)}\n`);
  process.exitCode = 1;
}
