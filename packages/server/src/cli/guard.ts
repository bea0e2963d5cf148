// What takes out, erases or changes keys asks for somebody, once there is an owner's account: an address and a code of now, or the
// vault's recovery code. Before that, whoever holds the root key is the operator.

import type { Accounts } from '../access/accounts/accounts.ts';
import { actingAs } from '../access/acting.ts';
import { maySee } from '../access/may-see.ts';
import type { ApiScope } from '../access/scopes.ts';
import { ServerError } from '../server-error.ts';
import type { CommandShape } from './arguments.ts';
import type { Command, CommandContext } from './command.ts';

/** The shape of a command, with what a guarded one takes besides. */
export function shapeOf({ asks, shape }: Command): CommandShape {
  if (asks === undefined) return shape;
  return { ...shape, options: { ...shape.options, as: 'value', code: 'value' } };
}

/** What was typed, with what the environment says of who types: another process does not see it. */
export function withSomebody(words: readonly string[], { args, env }: CommandContext): readonly string[] {
  const said = [
    ['as', env['ACTA_AS']],
    ['code', env['ACTA_CODE']],
  ] as const;
  const missing = said.filter(([name]) => args.value(name) === undefined);
  return [...words, ...missing.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]))];
}

/** Does the work once somebody who may has shown who they are. Throws `factor-needed`, `factor-wrong`, `role-missing`. */
export async function guarded<T>(context: CommandContext, scope: ApiScope, work: () => Promise<T>): Promise<T> {
  const store = await context.vaults.accounts();
  if (store === undefined) return work();
  // What accounts need is much, and most vaults on a command line have none.
  const { Accounts } = await import('../access/accounts/accounts.ts');
  const accounts = await Accounts.openIfAny(store);
  if (accounts === undefined) return work();
  const actor = await shownBy(context, accounts, scope).finally(() => accounts.close());
  return actor === undefined ? work() : actingAs(actor, work);
}

/** Who it is; undefined for whoever holds the recovery code. */
async function shownBy(context: CommandContext, accounts: Accounts, scope: ApiScope): Promise<string | undefined> {
  const { args, env, say, terminal, vaults } = context;
  const said = args.value('as') ?? env['ACTA_AS'];
  const typed = args.value('code') ?? env['ACTA_CODE'];
  const canAsk = terminal.canAsk && typed === undefined;
  const email = (said ?? (canAsk ? await terminal.ask(say('guard.as')) : '')).trim();
  const code = (
    typed ?? (canAsk ? await terminal.ask(say(email === '' ? 'guard.recovery' : 'guard.code')) : '')
  ).trim();
  if (code === '') throw new ServerError('factor-needed');
  if (email === '') {
    await vaults.expectRecoveryCode(code).catch(async (error: unknown) => {
      await refused(context, 'recovery-code');
      throw error;
    });
    return undefined;
  }
  const account = await accounts.accountOf(email);
  const isRight = account?.left === false && CODE.test(code) && (await accounts.showCode(account.id, code));
  if (account === undefined || !isRight) {
    await actingAs(account === undefined ? NOBODY : `user:${account.id}`, () => refused(context, 'code'));
    throw new ServerError('factor-wrong');
  }
  const { hasTextGrant, id, role, team } = account;
  const nowMs = context.now().getTime();
  const viewer = { kind: 'person', id, role, team, hasTextGrant, confirmedMs: nowMs } as const;
  if (!maySee(viewer, { scope, nowMs }).may) {
    await actingAs(`user:${id}`, () => refused(context, 'role'));
    throw new ServerError('role-missing', { role });
  }
  return `user:${id}`;
}

const CODE = /^\d{6}$/;
const NOBODY = 'user:none';

async function refused({ vaults }: CommandContext, rule: string): Promise<void> {
  const vault = await vaults.look({ command: 'confirm', outcome: 'refused', rule });
  await vault.close();
}
