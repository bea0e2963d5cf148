// `acta move`: the vault goes to another place, whole, and is verified there before this one stops taking records. Run again after a
// crash it goes on where it stopped.

import { ServerError } from '../server-error.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import type { Progress } from './terminal.ts';
import type { MoveOrder, MoveWatch } from './vault.ts';

export const move: Command = {
  shape: { words: [0, 0], options: { to: 'value', 'to-keys': 'value', 'to-objects': 'value' } },
  synopsis: 'move --to URL|DIR [--to-keys URL] [--to-objects URL|folder]',
  examples: [
    'acta move --to "postgresql://acta@db.example.com/acta?sslmode=verify-full"',
    'acta move --to /srv/acta/vault',
  ],
  asks: () => 'admin',
  run: runMove,
};

async function runMove(context: CommandContext): Promise<number> {
  const began = performance.now();
  const { say, terminal, vaults } = context;
  const { end, progress } = barsOn(context);
  const leavesAccounts = await accountsStand(context);
  const outcome = await vaults.move(orderOf(context), { progress }).finally(end);
  const elapsedMs = Math.round(performance.now() - began);
  if (context.json) await printJson(context, { ...outcome, leavesAccounts, elapsedMs });
  else {
    const { shared, ...moved } = outcome;
    const places = { from: printable(outcome.from), to: printable(outcome.to) };
    await terminal.print(say('move.done', { ...moved, ...places }));
    const { keys, objects } = shared;
    terminal.say(say(keys === undefined ? 'move.next' : 'move.nextShared', places));
    const kept = [keys, objects].flatMap((place) => (place === undefined ? [] : [printable(place)]));
    if (kept.length > 0) terminal.say(say('move.keep', { what: kept.join(', ') }));
    if (leavesAccounts) terminal.say(say('move.accounts', places));
  }
  return EXIT.done;
}

/** Accounts stay: a session or a passkey is good for the address it was made at, and no record of the vault. */
async function accountsStand({ vaults }: CommandContext): Promise<boolean> {
  const store = await vaults.accounts();
  if (store === undefined) return false;
  const { Accounts } = await import('../access/accounts/accounts.ts');
  const accounts = await Accounts.openIfAny(store);
  await accounts?.close();
  return accounts !== undefined;
}

function orderOf({ args }: CommandContext): MoveOrder {
  const [to, keys, objects] = [args.value('to'), args.value('to-keys'), args.value('to-objects')];
  if (to === undefined) throw new ServerError('usage', { command: 'move', reason: 'words-missing', word: '--to' });
  return { to, ...(keys === undefined ? {} : { keys }), ...(objects === undefined ? {} : { objects }) };
}

/** A bar for each step, one after another. */
function barsOn({ say, terminal }: CommandContext): { readonly end: () => void } & Pick<MoveWatch, 'progress'> {
  let bar: Progress | undefined;
  let shown = '';
  return {
    progress: (step, done, total) => {
      if (step !== shown) {
        bar?.end();
        bar = terminal.progress(say(`move.${step}`), total);
        shown = step;
      }
      bar?.to(done);
    },
    end: () => bar?.end(),
  };
}
