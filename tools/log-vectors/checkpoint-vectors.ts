// Signed checkpoints and cosignatures: good, refused and malformed. The malformed ones carry a good signature, so that only their
// text can be at fault.
import { vectorKey } from './node-primitives.ts';
import { ReferenceTree, vectorLeaves } from './reference-tree.ts';
import { checkpointText, cosignatureLine, cosignaturePayload, signatureLine, vkeyOf } from './signed-note.ts';

export interface CheckpointVectors {
  readonly checkpoints: readonly CheckpointVector[];
  readonly cosignatures: readonly {
    readonly what: string;
    readonly checkpointText: string;
    /** Base64 of what follows the key id. */
    readonly payload: string;
    /** Base64. */
    readonly publicKey: string;
    readonly expect: { readonly time: number } | { readonly refused: true } | { readonly error: string };
  }[];
}

export interface CheckpointVector {
  readonly what: string;
  readonly note: string;
  readonly vkey: string;
  readonly origin?: string;
  readonly witnessVkeys: readonly string[];
  readonly expect:
    | {
        readonly verdict: 'verified';
        readonly origin: string;
        readonly size: number;
        readonly root: string;
        readonly extensions: readonly string[];
        readonly cosignatures: readonly { readonly name: string; readonly time: number }[];
        readonly unknown: number;
      }
    | { readonly verdict: 'refused'; readonly reason: 'bad-signature' | 'no-log-signature' | 'wrong-origin' }
    | { readonly error: string };
}

const log = vectorKey('log.example/acta');
const witness = vectorKey('witness.example/w1');
const renamed = vectorKey('keys.example/2026');
const second = vectorKey('witness.example/w2');
const root = new ReferenceTree(vectorLeaves(257)).root(257);
const body = checkpointText(log.name, 257, root);
const time = 1_790_000_000;
const known = [vkeyOf(witness, 4), vkeyOf(second, 4)];

export function checkpointVectors(): CheckpointVectors {
  return { checkpoints: [...soundCheckpoints(), ...malformedCheckpoints()], cosignatures: cosignatures() };
}

function soundCheckpoints(): CheckpointVector[] {
  const rootText = Buffer.from(root).toString('base64');
  const verified = { verdict: 'verified', origin: log.name, size: 257, root: rootText, extensions: [] } as const;
  const vector = (what: string, note: string, expect: CheckpointVector['expect'], more = {}): CheckpointVector => {
    return { what, note, vkey: vkeyOf(log), witnessVkeys: known, expect, ...more };
  };
  const signed = `${body}\n${signatureLine(log, body)}`;
  const cosigned = cosignatureLine(witness, body, time);
  const late = cosignatureLine(second, body, time + 1);
  const witnessed = { name: witness.name, time };
  const extended = `${body}an extension\n`;
  return [
    vector('the log alone', signed, { ...verified, cosignatures: [], unknown: 0 }),
    vector('one witness', signed + cosigned, { ...verified, cosignatures: [witnessed], unknown: 0 }),
    vector('two witnesses', signed + cosigned + late, {
      ...verified,
      cosignatures: [witnessed, { name: second.name, time: time + 1 }],
      unknown: 0,
    }),
    vector(
      'a witness that nobody knows',
      signed + cosigned,
      { ...verified, cosignatures: [], unknown: 1 },
      { witnessVkeys: [] },
    ),
    vector('a witness signing as a log does', signed + signatureLine(witness, body), {
      ...verified,
      cosignatures: [],
      unknown: 1,
    }),
    vector('a witness without the log', `${body}\n${cosigned}`, { verdict: 'refused', reason: 'no-log-signature' }),
    vector('a stranger as the log', `${body}\n${signatureLine(vectorKey(log.name, 'stranger'), body)}`, {
      verdict: 'refused',
      reason: 'no-log-signature',
    }),
    vector('a changed size', signed.replace('257', '258'), { verdict: 'refused', reason: 'bad-signature' }),
    vector('a cosignature of another text', signed + cosignatureLine(witness, extended, time), {
      verdict: 'refused',
      reason: 'bad-signature',
    }),
    vector(
      'an origin that is not the expected one',
      signed,
      { verdict: 'refused', reason: 'wrong-origin' },
      { origin: 'log.example/other' },
    ),
    vector(
      'a key whose name is not the origin',
      `${body}\n${signatureLine(renamed, body)}`,
      { ...verified, cosignatures: [], unknown: 0 },
      { vkey: vkeyOf(renamed), origin: log.name },
    ),
    vector('an extension line', `${extended}\n${signatureLine(log, extended)}`, {
      ...verified,
      extensions: ['an extension'],
      cosignatures: [],
      unknown: 0,
    }),
  ];
}

function malformedCheckpoints(): CheckpointVector[] {
  const vector = (what: string, text: string, error: string): CheckpointVector => {
    const note = `${text}\n${signatureLine(log, text)}`;
    return { what, note, vkey: vkeyOf(log), witnessVkeys: [], expect: { error } };
  };
  const sized = (size: string): string => checkpointText(log.name, size, root);
  const rooted = (rootLine: string): string => `${log.name}\n257\n${rootLine}\n`;
  const rootText = Buffer.from(root).toString('base64');
  return [
    vector('two lines', `${log.name}\n257\n`, 'checkpoint-lines'),
    vector('a blank line before an extension', `${body}\nmore\n`, 'checkpoint-lines'),
    vector('no origin', checkpointText('', 257, root), 'checkpoint-origin'),
    vector('a size with a leading zero', sized('0257'), 'checkpoint-size'),
    vector('a size with a sign', sized('+257'), 'checkpoint-size'),
    vector('a size with a space', sized('257 '), 'checkpoint-size'),
    vector('a size in other digits', sized('\u0662\u0665\u0667'), 'checkpoint-size'),
    vector('a size of 2^53', sized('9007199254740992'), 'checkpoint-size'),
    vector('no size', sized(''), 'checkpoint-size'),
    vector('a root of 31 bytes', checkpointText(log.name, 257, root.subarray(1)), 'checkpoint-root'),
    vector(
      'a root of 33 bytes',
      checkpointText(log.name, 257, Buffer.concat([root, root]).subarray(31)),
      'checkpoint-root',
    ),
    vector('a root without padding', rooted(rootText.replace('=', '')), 'checkpoint-root'),
    vector('a root with leftover bits', rooted(`${rootText.slice(0, -2)}/=`), 'checkpoint-root'),
    vector('a root in hex', rooted(Buffer.from(root).toString('hex')), 'checkpoint-root'),
  ];
}

function cosignatures(): CheckpointVectors['cosignatures'] {
  const publicKey = Buffer.from(witness.publicKey).toString('base64');
  const payload = cosignaturePayload(witness, body, BigInt(time));
  const vector = (
    what: string,
    bytes: Buffer,
    expect: CheckpointVectors['cosignatures'][number]['expect'],
    text = body,
  ) => {
    return { what, checkpointText: text, payload: bytes.toString('base64'), publicKey, expect };
  };
  const later = Buffer.from(payload);
  later.writeBigUInt64BE(BigInt(time + 1));
  return [
    vector('good', payload, { time }),
    vector('time zero', cosignaturePayload(witness, body, 0n), { time: 0 }),
    vector('another time than was signed', later, { refused: true }),
    vector('another text than was signed', payload, { refused: true }, body.replace('257', '258')),
    vector('one byte short', payload.subarray(0, 71), { error: 'cosignature-length' }),
    vector('one byte long', Buffer.concat([payload, Buffer.of(0)]), { error: 'cosignature-length' }),
    vector('a time of 2^53', cosignaturePayload(witness, body, 2n ** 53n), { error: 'cosignature-time' }),
    vector('a time of 2^64 - 1', cosignaturePayload(witness, body, 2n ** 64n - 1n), { error: 'cosignature-time' }),
  ];
}
