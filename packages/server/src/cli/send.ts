// `acta send`: a text to the other side of a conversation, through the server that runs. It is durable before it is called for, goes out
// at most once, and is refused with the rule that refused it.

import { ServerError } from '../server-error.ts';
import { findChat } from '../views/conversation.ts';
import type { SendOutcome } from '../workers/send-order.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';
import { isSentence, type Sentences } from './sentences/index.ts';

export const send: Command = {
  shape: { words: [2, 2], options: { override: 'value' } },
  synopsis: 'send CHAT TEXT [--override REASON]',
  examples: ['acta send "Nora Walsh" "Your table is ready."', 'acta send 176 "Card 4242…" --override "asked by phone"'],
  ids: { words: true },
  beside: {},
  run: async (context) => {
    const [typed = '', body = ''] = context.args.words;
    const vault = await context.vaults.write({ make: false });
    try {
      const { actor, outgoing } = vault;
      if (outgoing === undefined) throw new ServerError('server-needed');
      const chat = await findChat(vault.views, vault.blind, typed);
      if (chat === 'several') throw new ServerError('chat-ambiguous', { chat: typed });
      if (chat === 'none') throw new ServerError('chat-missing', { chat: typed });
      const reason = context.args.value('override');
      const override = reason === undefined ? {} : { override: { reason } };
      const outcome = await outgoing.send({ actor, chat, message: { type: 'text', body }, ...override });
      await vault.audit({ command: 'send', chats: [chat], ...about(outcome) });
      return await tell(context, outcome);
    } finally {
      await vault.close();
    }
  },
};

function about(outcome: SendOutcome) {
  return outcome.outcome === 'intended' ? { seqs: [outcome.seq], count: 1 } : { outcome: 'refused' as const };
}

async function tell(context: CommandContext, outcome: SendOutcome): Promise<number> {
  const { json, say, terminal } = context;
  if (json) await printJson(context, outcome);
  if (outcome.outcome === 'intended') {
    if (!json) terminal.say(say('send.intended', { id: outcome.seq, rule: outcome.rule }));
    return EXIT.done;
  }
  if (!json) terminal.say(say('send.refused', { reason: reasonOf(say, outcome) }));
  return EXIT.failed;
}

/** Why, in words and with its rule; never the text. */
function reasonOf(say: Sentences, outcome: Exclude<SendOutcome, { readonly outcome: 'intended' }>): string {
  const worded = (key: string, otherwise: string): string => (isSentence(key) ? say(key) : otherwise);
  switch (outcome.outcome) {
    case 'refused':
      return `${worded(`send.${outcome.reason}`, outcome.reason)} (${outcome.rule})`;
    case 'lint': {
      const numbers = outcome.findings.map(({ rule }) => worded(rule.replace('acta/lint/', 'lint.'), rule));
      return say('lint.found', { numbers: [...new Set(numbers)].join(', ') });
    }
    case 'invalid':
      return outcome.faults.map(({ code, field }) => `${field}: ${code}`).join(', ');
    default:
      return outcome.outcome;
  }
}
