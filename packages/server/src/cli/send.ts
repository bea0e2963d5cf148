// `acta send`: a text to the other side of a conversation, through the server that runs. It is durable before it is called for, goes out
// at most once, and is refused with the rule that refused it.

import { ServerError } from '../server-error.ts';
import { findChat } from '../views/conversation.ts';
import type { SendOutcome } from '../workers/send-order.ts';
import { type Command, type CommandContext, EXIT, printJson } from './command.ts';

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
  if (!json) terminal.say(say('send.refused', { reason: reasonOf(outcome) }));
  return EXIT.failed;
}

/** Rules and codes, never the text. */
function reasonOf(outcome: Exclude<SendOutcome, { readonly outcome: 'intended' }>): string {
  switch (outcome.outcome) {
    case 'refused':
      return `${outcome.reason} (${outcome.rule})`;
    case 'lint':
      return outcome.findings.map(({ rule }) => rule).join(', ');
    case 'invalid':
      return outcome.faults.map(({ code, field }) => `${field}: ${code}`).join(', ');
    default:
      return outcome.outcome;
  }
}
