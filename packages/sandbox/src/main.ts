// `npm run sandbox`: starts a sandbox as the command line says, shows where it is, and, on a terminal, how it goes. Piped, it says where
// it listens and then nothing but errors.
import { type Sandbox, startSandbox } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import { readSettings, usage } from './settings.ts';
import { startTraffic } from './start-traffic.ts';

const progressMs = 1000;

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.isHelp) {
    process.stdout.write(usage);
    return;
  }
  const sandbox = await startSandbox(settings.sandbox);
  const traffic = startTraffic(sandbox, settings);
  process.stdout.write(`Phones and controls: ${sandbox.url}\n`);
  process.stdout.write(`For the business:    WHATSAPP_API_URL=${sandbox.graphUrl}\n`);
  process.stdout.write(`Webhooks go to:      ${sandbox.world.post.webhookUrl}\n`);
  const progress = process.stdout.isTTY ? showProgress(sandbox, () => traffic.written) : undefined;
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    process.stdin.pause();
    clearInterval(progress);
    traffic.stop();
    if (progress) process.stdout.write('\n');
    void sandbox.stop();
  };
  if (settings.withParent) process.stdin.once('close', stop).once('end', stop).resume();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** One line that is written over each second. */
function showProgress(sandbox: Sandbox, written: () => number): NodeJS.Timeout {
  return setInterval(() => {
    const { counts, waiting } = sandbox.world.post;
    const { accepted } = sandbox.world.sends;
    const line = `${written()} written · ${counts.accepted} delivered · ${waiting} waiting · ${counts.duplicates} doubled · ${accepted} accepted`;
    process.stdout.write(`\r\u001b[K${line}`);
  }, progressMs);
}

try {
  await main();
} catch (error) {
  const isExpected = error instanceof SandboxError || (error instanceof Error && 'code' in error);
  const words = error instanceof SandboxError ? error.details : isExpected ? error.message : String(error);
  process.stderr.write(`sandbox: ${words}\n`);
  process.exitCode = 1;
}
