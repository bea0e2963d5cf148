// `acta media`: the file of an entry, or the export file of an import as it arrived. What leaves is on record first.

import type { ImportRecord, ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import { ServerError } from '../server-error.ts';
import { type CaptureSum, captureBytes } from '../views/capture.ts';
import { contentOf } from '../views/media-content.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { refuseExisting, writeOut } from './export.ts';
import type { ReadVault } from './vault.ts';

export const media: Command = {
  shape: { words: [1, 1], options: { out: 'value' } },
  synopsis: 'media SEQ --out FILE',
  examples: ['acta media 1042 --out photo.jpg', 'acta media 4 --out "export as it arrived.txt"'],
  ids: { words: true },
  asks: () => 'export',
  run: async (context) => {
    const [seq = 0] = numberList('media', context.args.words[0] ?? '');
    const out = context.args.value('out');
    if (out === undefined) throw new ServerError('usage', { command: 'media', reason: 'words-missing', word: '--out' });
    const vault = await context.vaults.look({ command: 'media', seqs: [seq] });
    try {
      const record = await vault.reader.record(seq);
      await refuseExisting(out);
      if (record?.kind === 'import') return await writeCapture(context, vault, { seq, record, out });
      const content = await contentOf(vault.views, seq);
      if (content === undefined) throw new ServerError('media-missing', { seq });
      return await writeObject(context, vault, { seq, content, out });
    } finally {
      await vault.close();
    }
  },
};

interface Writing {
  readonly seq: number;
  readonly out: string;
}

async function writeObject(
  context: CommandContext,
  vault: ReadVault,
  { content, out, seq }: Writing & { readonly content: ObjectRef },
): Promise<number> {
  const object = await vault.openObject(content, 'media');
  await writeOut(object.open(), out);
  await object.close();
  const { sha256, sizeBytes } = content;
  if (context.json) await printJson(context, { seq, file: out, sizeBytes, sha256 });
  else context.terminal.say(context.say('media.done', { size: sizeBytes, file: printable(out) }));
  return EXIT.done;
}

/** The bytes of an object, which is closed behind them. */
export async function* readThrough(file: InputFile): AsyncGenerator<Uint8Array> {
  try {
    yield* file.open();
  } finally {
    await file.close();
  }
}

async function writeCapture(
  context: CommandContext,
  vault: ReadVault,
  { out, record, seq }: Writing & { readonly record: ImportRecord },
): Promise<number> {
  let sum: CaptureSum = { sizeBytes: 0, sha256: '', isWhole: false };
  const openObject = async (ref: ObjectRef) => readThrough(await vault.openObject(ref, 'text'));
  const bytes = captureBytes({ ...vault.views, openObject }, seq, record, (done) => {
    sum = done;
  });
  await writeOut(bytes, out);
  const { isWhole, sha256, sizeBytes } = sum;
  if (context.json) await printJson(context, { seq, file: out, sizeBytes, sha256, complete: isWhole });
  else {
    const values = { size: sizeBytes, file: printable(out) };
    context.terminal.say(context.say(isWhole ? 'media.capture' : 'media.incomplete', values));
  }
  return EXIT.done;
}
