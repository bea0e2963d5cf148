// The program: reads the environment, opens nothing itself, runs the command that was typed.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { namesCells } from './assembly/deployment/cell-config.ts';
import { Deployment } from './assembly/deployment/deployment.ts';
import type { Place } from './assembly/reading.ts';
import type { ReadyThread } from './assembly/thread/ready-thread.ts';
import { VaultHouse } from './assembly/vault-house.ts';
import type { Arguments } from './cli/arguments.ts';
import { run } from './cli/run.ts';
import { languageOf, sentencesIn } from './cli/sentences/index.ts';
import { processTerminal } from './cli/terminal.ts';
import { clockOf } from './cli/time-zone.ts';
import { ServerError } from './server-error.ts';
import type { EnginePlace } from './store/engines.ts';
import { defaultKeysDir } from './store/root-key.ts';

async function placeOf(args: Arguments, readText: (file: string) => Promise<string>): Promise<Place> {
  const { env } = process;
  // A demonstration has a vault of its own: nobody's records stand beside made-up ones.
  const usual = args.flag('demo') ? 'acta-demo' : 'acta-vault';
  const dir = resolve(args.value('vault') ?? env['ACTA_VAULT'] ?? usual);
  return { dir, ...addresses(env), ...(await sharedBy(args, readText)) };
}

/** What all places have in common: the folder of root keys, whether somebody sees what is said, and the zone of its phones. */
async function sharedBy(
  args: Arguments,
  readText: (file: string) => Promise<string>,
): Promise<Pick<Place, 'keys' | 'isSeen' | 'timeZone'>> {
  const { env } = process;
  const file = args.value('passphrase-file');
  const passphrase = file === undefined ? env['ACTA_PASSPHRASE'] : await readText(file);
  const keys = {
    dir: resolve(defaultKeysDir(env)),
    ...(passphrase === undefined || passphrase === '' ? {} : { passphrase }),
  };
  const isSeen = process.stdin.isTTY === true && process.stderr.isTTY === true;
  return { keys, isSeen, timeZone: clockOf(env).zone };
}

/** The cells of `ACTA_CONFIG`. A vault that was named by `--vault` is meant by itself. */
async function cellsOf(args: Arguments, thread: ReadyThread): Promise<Deployment | undefined> {
  const { env } = process;
  const file = env['ACTA_CONFIG'];
  if (file === undefined || file === '' || args.value('vault') !== undefined) return undefined;
  const config = await readText(file);
  return namesCells(config) ? new Deployment(config, { file, env }, await sharedBy(args, readText), thread) : undefined;
}

/** The servers that the environment names; what is empty names none. */
function addresses(env: NodeJS.ProcessEnv): Omit<EnginePlace, 'dir'> {
  const named = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const [databaseUrl, replicaUrl] = [named('ACTA_DATABASE_URL'), named('ACTA_REPLICA_URL')];
  const [keysUrl, objectsUrl] = [named('ACTA_KEYS_URL'), named('ACTA_OBJECTS_URL')];
  return {
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(replicaUrl === undefined ? {} : { replicaUrl }),
    ...(keysUrl === undefined ? {} : { keysUrl }),
    ...(objectsUrl === undefined ? {} : { objectsUrl }),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return (file === '-' ? await text(process.stdin) : readFileSync(file, 'utf8')).trim();
  } catch (error) {
    throw new ServerError('file-unreadable', { file }, error);
  }
}

/** Runs what was typed after `acta`; bulk work writes on the thread. Resolves to the exit code. */
export async function program(typed: readonly string[], thread: ReadyThread): Promise<number> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

  return run(typed, {
    terminal: processTerminal(),
    say: sentencesIn(languageOf(process.env)),
    vaultsFor: async (args) => new VaultHouse(await placeOf(args, readText), thread),
    cellsFor: (args) => cellsOf(args, thread),
    now: () => new Date(),
    readText,
    version,
    supplies: {
      samples: join(root, 'samples'),
      sandbox: join(root, 'packages/sandbox/src/main.ts'),
      console: join(root, 'packages/console/dist'),
    },
    env: process.env,
    isDebugging: process.env['ACTA_DEBUG'] === '1',
  });
}
