// `acta erase`, `acta undo`: what stops being kept. On a terminal a preview and a question come first; without one the
// reason suffices. It returns when the erasure is done, with its certificate.

import { ServerError } from '../server-error.ts';
import type { ErasureTarget } from '../views/erasure-plan.ts';
import { type ErasurePreview, previewErasure } from '../views/erasure-preview.ts';
import type { Certificate } from '../workers/erase.ts';
import type { Arguments } from './arguments.ts';
import { chatNamed } from './chats.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, oneLine, printJson } from './command.ts';
import type { Sentences } from './sentences/index.ts';
import type { ReadVault, WriteVault } from './vault.ts';

export const erase: Command = {
  shape: { words: [0, 0], options: { person: 'value', chat: 'value', seq: 'value', reason: 'value', preview: 'flag' } },
  synopsis: 'erase --person ID|--chat CHAT|--seq N[,N…] --reason TEXT [--preview]',
  examples: [
    'acta erase --person 7 --preview',
    'acta erase --person 7 --reason "asked on 3 March, ticket 1182"',
    'acta erase --seq 1042,1043 --reason "sent by mistake"',
  ],
  ids: { options: ['person', 'chat', 'seq'] },
  beside: {},
  asks: (args) => (args.flag('preview') ? undefined : 'erase'),
  run: runErase,
};

async function runErase(context: CommandContext): Promise<number> {
  const { args, terminal } = context;
  const scopes = ['person', 'chat', 'seq'].filter((name) => args.value(name) !== undefined);
  if (scopes.length !== 1)
    throw new ServerError('usage', { command: 'erase', reason: 'one-of', word: '--person --chat --seq' });
  const named = namedIn(args);
  if (args.flag('preview')) return showPreview(context, named);
  const reason = args.value('reason');
  if (reason === undefined && !terminal.canAsk) throw new ServerError('confirm-needed');
  const vault = await context.vaults.write({ make: false });
  try {
    const target = await targetOf(named, vault);
    const plan = await vault.planErasure(target);
    if (terminal.canAsk) {
      say(context, await previewErasure(vault.views, plan));
      if ((await terminal.ask(context.say('erase.ask'))) !== 'ERASE') {
        terminal.say(context.say('erase.left'));
        return EXIT.answerNeeded;
      }
    }
    const certificate = await vault.erase(plan, reason ?? (await terminal.ask('--reason ')));
    await vault.audit({ command: 'erase', count: certificate.entries, seqs: [certificate.order, certificate.seq] });
    await vault.settle();
    await printCertificate(context, certificate);
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

async function showPreview(context: CommandContext, named: Named): Promise<number> {
  const vault = await context.vaults.look({ command: 'erase-preview' });
  try {
    const preview = await previewErasure(vault.views, await vault.planErasure(await targetOf(named, vault)));
    if (context.json) await printJson(context, preview);
    else say(context, preview);
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

/** What was named, before anything is opened. */
interface Named {
  readonly people?: readonly number[];
  readonly chat?: string;
  readonly seqs: readonly number[];
}

function namedIn(args: Arguments): Named {
  const [person, chat, seq] = [args.value('person'), args.value('chat'), args.value('seq')];
  return {
    ...(person === undefined ? {} : { people: numberList('erase', person) }),
    ...(chat === undefined ? {} : { chat }),
    seqs: seq === undefined ? [] : numberList('erase', seq),
  };
}

async function targetOf({ chat, people, seqs }: Named, vault: ReadVault): Promise<ErasureTarget> {
  if (people !== undefined) return { scope: 'person', ids: await knownPeople(vault, people) };
  if (chat !== undefined) return { scope: 'chat', ids: [await chatNamed(vault, chat)] };
  return { scope: 'entries', ids: seqs };
}

async function knownPeople(vault: ReadVault, ids: readonly number[]): Promise<readonly number[]> {
  const records = await vault.reader.records(ids);
  for (const id of ids) if (records.get(id)?.kind !== 'person') throw new ServerError('person-missing', { id });
  return ids;
}

function say({ say: sentence, terminal }: CommandContext, preview: ErasurePreview): void {
  const { entries, objects, records } = preview;
  terminal.say(sentence('erase.preview', { records, entries, chats: preview.chats.length, objects }));
  if (preview.identifiers.length > 0)
    terminal.say(sentence('erase.identifiers', { names: oneLine(preview.identifiers.join(', ')) }));
  for (const person of preview.people) terminal.say(personLine(sentence, person));
  for (const chat of preview.chats)
    terminal.say(sentence('erase.chat', { title: oneLine(chat.title), entries: chat.entries }));
  for (const near of preview.nearMatches)
    terminal.say(sentence('erase.near', { id: near.id, names: oneLine(near.names.join(', ')) }));
}

/** Each person by itself: whoever was taken for another might be a stranger. */
function personLine(sentence: Sentences, { id, identifiers, merge }: ErasurePreview['people'][number]): string {
  const values = { id, names: oneLine(identifiers.join(', ')) };
  return merge === undefined
    ? sentence('erase.person', values)
    : sentence('erase.merged', { ...values, merge: String(merge) });
}

async function printCertificate(context: CommandContext, certificate: Certificate): Promise<void> {
  if (context.json) return printJson(context, certificate);
  const { entries, keysDestroyed, noCopyAfter, pages, scannedFiles, seq } = certificate;
  const values = { entries, keys: keysDestroyed, pages: pages.length, files: scannedFiles, seq, until: noCopyAfter };
  return context.terminal.print(context.say('erase.done', values));
}

export const undo: Command = {
  shape: { words: [1, 1], options: { preview: 'flag', now: 'flag' } },
  synopsis: 'undo IMPORT [--preview] [--now]',
  examples: ['acta undo 14 --preview', 'acta undo 14', 'acta undo 14 --now'],
  ids: { words: true },
  beside: {},
  asks: (args) => (args.flag('preview') ? undefined : 'erase'),
  run: runUndo,
};

async function runUndo(context: CommandContext): Promise<number> {
  const { args, say: sentence, terminal } = context;
  const [id = 0] = numberList('undo', args.words[0] ?? '');
  if (args.flag('preview')) return previewUndo(context, id);
  const vault = await context.vaults.write({ make: false });
  try {
    await expectImport(vault, id);
    const { certificate, eraseFrom } = await vault.withdraw(id, args.flag('now'));
    await vault.audit({ command: 'undo', seqs: [id], count: 1 });
    const checkpoint = await vault.settle();
    const erased = certificate === undefined ? {} : { certificate };
    if (context.json)
      await printJson(context, { import: id, eraseFrom: eraseFrom.toISOString(), ...erased, checkpoint });
    else
      terminal.say(
        sentence(certificate === undefined ? 'undo.done' : 'undo.now', {
          id,
          date: eraseFrom.toISOString().slice(0, 10),
        }),
      );
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

async function previewUndo(context: CommandContext, id: number): Promise<number> {
  const vault = await context.vaults.look({ command: 'undo-preview', seqs: [id] });
  try {
    await expectImport(vault, id);
    const preview = await previewErasure(vault.views, await vault.planErasure({ scope: 'withdrawal', ids: [id] }));
    if (context.json) await printJson(context, { import: id, ...preview });
    else say(context, preview);
    return EXIT.done;
  } finally {
    await vault.close();
  }
}

async function expectImport(vault: ReadVault | WriteVault, id: number): Promise<void> {
  const record = await vault.reader.record(id);
  if (record?.kind !== 'import') throw new ServerError('import-missing', { id });
}
