// `acta api-key`: keys by which programs are let in. A key is shown once, when it is made; what is kept is its digest. The command
// works beside a running server, which puts the order on record, and without one.

import { randomBytes } from 'node:crypto';
import { apiKeyDigest, apiKeyText } from '../access/api-key.ts';
import { type ApiScope, KEY_SCOPES } from '../access/scopes.ts';
import { ServerError } from '../server-error.ts';
import { type ApiKey, listApiKeys } from '../views/api-keys.ts';
import { choiceOf, numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printJson } from './command.ts';

export const apiKey: Command = {
  shape: { words: [1, 2], options: { name: 'value', scope: 'value', expires: 'value' } },
  synopsis: 'api-key create --name NAME --scope A,B [--expires 90d] | api-key list | api-key revoke ID',
  examples: [
    'acta api-key create --name "support desk" --scope read:conversations,read:messages,send',
    'acta api-key create --name archive --scope read:events --expires 90d',
    'acta api-key list',
    'acta api-key revoke 1042',
  ],
  ids: { words: true },
  asks: ({ words }) => (words[0] === 'create' ? 'admin' : undefined),
  run: (context) => {
    const [action = '', id] = context.args.words;
    switch (choiceOf('api-key', action, ['create', 'list', 'revoke'])) {
      case 'create':
        return create(context);
      case 'list':
        return list(context);
      case 'revoke':
        return revoke(context, id);
    }
  },
};

async function create(context: CommandContext): Promise<number> {
  const { args, json, now, say, terminal, vaults } = context;
  const name = needed(args.value('name'), '--name');
  const scopes = scopesIn(needed(args.value('scope'), '--scope'));
  const expiresAt = expiryOf(args.value('expires'), now());
  const vault = await vaults.peek();
  const key = apiKeyText(vault.cellId, randomBytes(32));
  await vault.close();
  const id = await vaults.order({
    digest: apiKeyDigest(key) ?? '',
    ...(expiresAt === undefined ? {} : { expiresAt }),
    kind: 'api-key',
    name,
    recordedAt: now().toISOString(),
    scopes,
    v: 1,
  });
  if (json) {
    await printJson(context, { id, key, name, scopes, ...(expiresAt === undefined ? {} : { expiresAt }) });
  } else {
    terminal.say(say('apiKey.made', { id, scopes: scopes.join(', ') }));
    await terminal.print(key);
  }
  return EXIT.done;
}

async function list(context: CommandContext): Promise<number> {
  const keys = await heldKeys(context);
  if (keys.length === 0 && !context.json) context.terminal.say(context.say('apiKey.none'));
  for (const { isExpired, isRevoked, ...key } of keys) {
    const state = isRevoked ? 'revoked' : isExpired ? 'expired' : 'in-force';
    if (context.json) await printJson(context, { ...key, state });
    else {
      const said = [key.id, context.say(`apiKey.${state}`), key.expiresAt?.slice(0, 10) ?? '', key.scopes.join(',')];
      await context.terminal.print([...said, oneLine(key.name)].join('\t'));
    }
  }
  return EXIT.done;
}

async function revoke(context: CommandContext, typed: string | undefined): Promise<number> {
  const [id = 0] = numberList('api-key', needed(typed, 'ID'));
  const key = (await heldKeys(context)).find((one) => one.id === id);
  if (key === undefined) throw new ServerError('api-key-missing', { id });
  if (!key.isRevoked) {
    const recordedAt = context.now().toISOString();
    await context.vaults.order({ key: id, kind: 'api-key-revoked', recordedAt, v: 1 });
  }
  if (context.json) await printJson(context, { id, state: 'revoked' });
  else context.terminal.say(context.say('apiKey.revokedNow', { id }));
  return EXIT.done;
}

async function heldKeys({ now, vaults }: CommandContext): Promise<ApiKey[]> {
  const vault = await vaults.look({ command: 'api-key-list' });
  return listApiKeys(vault.views, now()).finally(() => vault.close());
}

function needed(value: string | undefined, word: string): string {
  if (value === undefined || value.trim() === '') {
    throw new ServerError('usage', { command: 'api-key', reason: 'words-missing', word });
  }
  return value;
}

function scopesIn(typed: string): ApiScope[] {
  return [...new Set(typed.split(',').map((word) => choiceOf('api-key', word.trim(), KEY_SCOPES)))];
}

const DAYS = /^([1-9]\d{0,3})d$/;
const DAY_MS = 86_400_000;

function expiryOf(typed: string | undefined, now: Date): string | undefined {
  if (typed === undefined) return undefined;
  const days = DAYS.exec(typed)?.[1];
  if (days === undefined) throw new ServerError('usage', { command: 'api-key', reason: 'number', word: typed });
  return new Date(now.getTime() + Number(days) * DAY_MS).toISOString();
}
