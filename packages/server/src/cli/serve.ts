// `acta serve`: keeps the vault open, takes deliveries in and answers programs, until it is told to stop.

import { serverMetrics } from '../http/metrics.ts';
import { httpServer } from '../http/server.ts';
import { settingsOf } from '../http/settings.ts';
import { type Command, EXIT } from './command.ts';

export const serve: Command = {
  shape: { words: [0, 0], options: {} },
  synopsis: 'serve',
  examples: ['acta serve', 'ACTA_PORT=8080 acta serve'],
  run: async (context) => {
    const settings = settingsOf(process.env);
    const vault = await context.vaults.write({ make: true, bulk: true });
    try {
      const metrics = serverMetrics({
        size: () => vault.log.size(),
        folded: async () => (await vault.views.db.selectFrom('cursor').select('next').executeTakeFirst())?.next ?? 0,
        waiting: () => 0,
      });
      const app = await httpServer({
        listen: settings.listen,
        metrics,
        isReady: async () => true,
        failed: (code) => context.terminal.say(context.say('serve.failed', { code })),
        webhook: {
          settings: settings.whatsapp,
          receive: (delivery) => vault.receive(delivery),
          metrics,
          alert: (count) => context.terminal.say(context.say('serve.refused', { count })),
          now: context.now,
        },
      });
      const address = await app.listen({ host: settings.listen.host, port: settings.listen.port });
      context.terminal.say(context.say('serve.listening', { address }));
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      await app.close();
      context.terminal.say(context.say('serve.stopped'));
      return EXIT.done;
    } finally {
      await vault.close();
    }
  },
};
