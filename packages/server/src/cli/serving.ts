// Serving an open vault: the server listens, workers act, until the process is told to stop; then what was acknowledged is finished.
// The vault is closed by whoever opened it.

import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Accounts } from '../access/accounts/accounts.ts';
import { SingleSignOn } from '../access/accounts/single-sign-on.ts';
import { listenForCommands } from '../access/command-socket.ts';
import type { ImportDoor } from '../http/api/parts.ts';
import { PeopleIn } from '../http/console/people-in.ts';
import { serverMetrics } from '../http/metrics.ts';
import { httpServer } from '../http/server.ts';
import { type ServerSettings, settingsOf } from '../http/settings.ts';
import { WebhookWatch } from '../http/webhook-watch.ts';
import { ServerError } from '../server-error.ts';
import { headOf } from '../views/events.ts';
import type { Workers } from '../workers/workers.ts';
import { farTerminal, openVaults, SERVER_SOCKET } from './beside.ts';
import type { CommandContext } from './command.ts';
import { languageOf, sentencesIn } from './sentences/index.ts';
import { apiPartsOf } from './serving-api.ts';
import { connectionOf } from './serving-connection.ts';
import { importDoorOf } from './serving-imports.ts';
import { clockOf } from './time-zone.ts';
import type { HeldVault } from './vault.ts';

export interface ServingOrder {
  readonly vault: HeldVault;
  readonly settings: ServerSettings;
  /** Where the console was built. */
  readonly consoleDir: string;
  /** What goes in and out does so through the sandbox. */
  readonly isDemo: boolean;
  /** Told the server's address once it listens, and where people open the console: the first time, where they set it up. */
  readonly listening: (address: string, page: string) => Promise<void>;
  /** Resolves when it is time to stop. */
  readonly stop: Promise<unknown>;
}

/** The settings of these surroundings, and of the file that they name. Throws `setting-wrong`. */
export async function settingsIn(env: NodeJS.ProcessEnv, { readText }: CommandContext): Promise<ServerSettings> {
  const name = env['ACTA_CONFIG'];
  if (name === undefined || name === '') return settingsOf(env);
  return settingsOf(env, { name, text: await readText(name) });
}

/** Serves until `stop` resolves. Throws `port-busy` and what of the settings is of no use. */
export async function serveVault(context: CommandContext, order: ServingOrder): Promise<void> {
  const { say, terminal } = context;
  const { accessToken, apiUrl, numbers } = order.settings.whatsapp;
  const workers = await order.vault.work({
    apiUrl,
    numbers,
    ...(accessToken === undefined ? {} : { accessToken }),
    allowsPrivateHooks: order.settings.allowsPrivateHooks,
    missed: ({ hook, missed }) => terminal.say(say('serve.missed', { id: hook, count: missed })),
    alert: ({ code, what }) => terminal.say(say(`serve.${what}`, { code })),
  });
  try {
    await listen(context, order, workers);
  } finally {
    await workers.stop();
  }
}

async function listen(context: CommandContext, order: ServingOrder, outgoing: Workers): Promise<void> {
  const { settings, vault } = order;
  const { host, port } = settings.listen;
  const people = await peopleOf(vault, settings);
  const { accounts } = people;
  const imports = await importDoorOf(vault, { clock: clockOf(context.env), now: context.now });
  const app = await serverOf(context, order, { imports, outgoing, people });
  const commands = await takeCommands(context, vault, outgoing);
  try {
    const listening: Promise<string> = app.listen({ host, port });
    const address = await listening;
    await order.listening(address, await pageOf(accounts, settings.listen.publicUrl ?? address));
    await order.stop;
  } catch (error) {
    throw isPortError(error) ? new ServerError('port-busy', { host, port }, error) : error;
  } finally {
    await app.close();
    await commands.close();
    await imports.jobs.stop();
    await accounts.close();
  }
}

async function peopleOf(vault: HeldVault, { listen, signOn }: ServerSettings): Promise<PeopleIn> {
  const accounts = await Accounts.open(await vault.accounts(), signOn?.passwords);
  return new PeopleIn(accounts, listen, signOn === undefined ? undefined : new SingleSignOn(accounts, signOn));
}

/** A passkey belongs to a name, not to the number of a machine. */
async function pageOf(accounts: Accounts, address: string): Promise<string> {
  const page = address.replace('//127.0.0.1:', '//localhost:');
  return (await accounts.isEmpty()) ? `${page}/set-up#${accounts.firstToken}` : page;
}

function serverOf(
  { now, say, terminal }: CommandContext,
  { consoleDir, isDemo, settings, vault }: ServingOrder,
  doors: { readonly imports: ImportDoor; readonly outgoing: Workers; readonly people: PeopleIn },
): Promise<FastifyInstance> {
  const metrics = serverMetrics({
    size: () => vault.log.size(),
    folded: () => headOf(vault.views),
    waiting: () => vault.waiting(),
  });
  const watch = new WebhookWatch();
  const connection = connectionOf(settings, { isDemo, watch });
  const tellIfFailing = failureTeller(vault, (code) => terminal.say(say('serve.held', { code })));
  return httpServer({
    listen: settings.listen,
    metrics,
    isReady: async () => vault.failing() === undefined && (await vault.log.size()) > 0,
    failed: (code) => terminal.say(say('serve.failed', { code })),
    webhook: {
      settings: settings.whatsapp,
      receive: async (delivery) => {
        await vault.accept(delivery);
        tellIfFailing();
      },
      metrics,
      alert: (count) => terminal.say(say('serve.refused', { count })),
      watch,
      now,
    },
    api: apiPartsOf(vault, settings, { ...doors, connection, now, isDemo }),
    consoleDir,
  });
}

const TOLD_EVERY_MS = 60_000;

/** Tells of what keeps the ledger from holding what was accepted, at most once a minute. */
function failureTeller({ failing }: Pick<HeldVault, 'failing'>, tell: (code: string) => void): () => void {
  let toldMs = Number.NEGATIVE_INFINITY;
  return () => {
    const code = failing();
    if (code === undefined || performance.now() - toldMs < TOLD_EVERY_MS) return;
    toldMs = performance.now();
    tell(code);
  };
}

/** Commands that need the writer's place are carried out here, over the vault that is open. */
function takeCommands(
  context: CommandContext,
  vault: HeldVault,
  outgoing: Workers,
): Promise<{ close: () => Promise<void> }> {
  const { again, vaults } = context;
  return listenForCommands(join(vaults.dir, SERVER_SOCKET), (command, far) =>
    again(command.words, {
      terminal: farTerminal(far, command),
      say: sentencesIn(languageOf({ LANG: command.language })),
      vaults: openVaults(vaults, vault, outgoing),
    }),
  );
}

function isPortError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}

/** Resolves at the first signal that asks the process to end. A second one ends it at once. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
