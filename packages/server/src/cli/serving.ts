// Serving an open vault: the server listens, workers act, until the process is told to stop; then what was acknowledged is finished.
// The vault is closed by whoever opened it.

import { join } from 'node:path';
import { listenForCommands } from '../access/command-socket.ts';
import { serverMetrics } from '../http/metrics.ts';
import { httpServer } from '../http/server.ts';
import { type ServerSettings, settingsOf } from '../http/settings.ts';
import { ServerError } from '../server-error.ts';
import { headOf } from '../views/events.ts';
import type { Workers } from '../workers/workers.ts';
import { farTerminal, openVaults, SERVER_SOCKET } from './beside.ts';
import type { CommandContext } from './command.ts';
import { languageOf, sentencesIn } from './sentences/index.ts';
import { apiPartsOf } from './serving-api.ts';
import type { WriteVault } from './vault.ts';

export interface ServingOrder {
  readonly vault: WriteVault;
  readonly settings: ServerSettings;
  /** Told the server's address once it listens. */
  readonly listening: (address: string) => Promise<void>;
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
  const { now, say, terminal } = context;
  const { settings, vault } = order;
  const { host, port } = settings.listen;
  const metrics = serverMetrics({
    size: () => vault.log.size(),
    folded: () => headOf(vault.views),
    waiting: () => vault.waiting(),
  });
  const app = await httpServer({
    listen: settings.listen,
    metrics,
    isReady: async () => (await vault.log.size()) > 0,
    failed: (code) => terminal.say(say('serve.failed', { code })),
    webhook: {
      settings: settings.whatsapp,
      receive: (delivery) => vault.receive(delivery),
      metrics,
      alert: (count) => terminal.say(say('serve.refused', { count })),
      now,
    },
    api: apiPartsOf(vault, settings, { now, outgoing }),
  });
  const commands = await takeCommands(context, vault, outgoing);
  try {
    const listening: Promise<string> = app.listen({ host, port });
    await order.listening(await listening);
    await order.stop;
  } catch (error) {
    throw isPortError(error) ? new ServerError('port-busy', { host, port }, error) : error;
  } finally {
    await app.close();
    await commands.close();
  }
}

/** Commands that need the writer's place are carried out here, over the vault that is open. */
function takeCommands(
  context: CommandContext,
  vault: WriteVault,
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
