// `acta delivery`: one signed request of the platform put together again, byte for byte. What is looked at is on record first.

import type { ObjectRef } from '../records/conversation.ts';
import { oneChunk } from '../records/one-chunk.ts';
import { ServerError } from '../server-error.ts';
import { type DeliveryRead, deliveryOf } from '../views/delivery.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { refuseExisting, writeOut } from './export.ts';
import { readThrough } from './media.ts';
import { clockOf, shownTime } from './time-zone.ts';

export const delivery: Command = {
  shape: { words: [1, 1], options: { out: 'value' } },
  synopsis: 'delivery ID [--out FILE]',
  examples: ['acta delivery 1042', 'acta delivery 1042 --out body.json'],
  ids: { words: true },
  run: async (context) => {
    const [id = 0] = numberList('delivery', context.args.words[0] ?? '');
    const out = context.args.value('out');
    const vault = await context.vaults.look({ command: 'delivery', seqs: [id] });
    try {
      if (out !== undefined) await refuseExisting(out);
      const parts = {
        ...vault.views,
        openObject: async (ref: ObjectRef) => readThrough(await vault.openObject(ref, 'text')),
      };
      const read = await deliveryOf(parts, id);
      if (read === undefined) throw new ServerError('delivery-missing', { id });
      if (out !== undefined) await writeOut(oneChunk(read.bytes), out);
      await print(context, read, out);
      return read.verdict === 'damaged' ? EXIT.altered : EXIT.done;
    } finally {
      await vault.close();
    }
  },
};

async function print(context: CommandContext, read: DeliveryRead, out: string | undefined): Promise<void> {
  const { json, say, terminal } = context;
  const { bytes, id, pieces, record, verdict } = read;
  const { receivedAt, secret, sha256, signature, sizeBytes } = record;
  if (json) {
    const file = out === undefined ? {} : { file: out };
    return printJson(context, {
      id,
      verdict,
      receivedAt,
      sizeBytes,
      sha256,
      signature,
      secret: secret + 1,
      pieces,
      ...file,
    });
  }
  const time = shownTime(receivedAt.slice(0, 19), 'UTC', clockOf(context.env));
  const gone = pieces.filter(({ kind }) => kind === undefined).length;
  const values = { id, size: bytes.length, secret: secret + 1, time, count: gone, parts: pieces.length };
  await terminal.print(say(`delivery.${verdict}`, values));
  for (const { kind, seq } of pieces) {
    const line = kind === undefined ? say('delivery.partGone', { seq }) : say('delivery.part', { seq, kind });
    await terminal.print(line);
  }
  if (out !== undefined) terminal.say(say('delivery.done', { size: bytes.length, file: printable(out) }));
}
