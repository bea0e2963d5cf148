// Signed notes and vkeys: good, bad and malformed, each with what a reader must make of it.
import { sha256, vectorKey } from './node-primitives.ts';
import { cosignatureLine, idOf, lineOf, signatureLine, vkeyOf } from './signed-note.ts';

export interface NoteVectors {
  readonly vkeys: readonly {
    readonly what: string;
    readonly vkey: string;
    readonly expect:
      | { readonly name: string; readonly keyId: string; readonly type: number }
      | { readonly error: string };
  }[];
  readonly notes: readonly NoteVector[];
}

export interface NoteVector {
  readonly what: string;
  /** The note as text, or as hex where it is no text. */
  readonly note: string;
  readonly encoding?: 'hex';
  readonly vkeys: readonly string[];
  readonly expect:
    | {
        readonly verdict: 'verified';
        readonly text: string;
        readonly verified: readonly string[];
        readonly unknown: number;
      }
    | { readonly verdict: 'refused'; readonly reason: 'bad-signature' | 'no-known-signature' }
    | { readonly error: string };
}

// Published with Go's golang.org/x/mod/sumdb/note and used by C2SP: the one key and note here that others made.
const published = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

const alice = vectorKey('example.com/alice');
const bob = vectorKey('example.com/bob');
const aliceTwin = vectorKey('example.com/alice', 'twin');
const text = 'Acta est fabula.\n\nPlaudite, cives: \u{1f44f}\n';
const good = signatureLine(alice, text);
const known = vkeyOf(alice);
const wrong = lineOf(alice.name, idOf(alice, 1), bob.sign(Buffer.from(text)));

export function noteVectors(): NoteVectors {
  return { vkeys: vkeys(), notes: [...soundNotes(), ...malformedNotes()] };
}

function vkeys(): NoteVectors['vkeys'] {
  const named = (name: string): string => vkeyOf({ ...alice, name });
  const typed = (type: number, key: Uint8Array): string => {
    const body = Buffer.concat([Buffer.of(type), key]);
    const id = Buffer.from(sha256(Buffer.concat([Buffer.from(`${alice.name}\n`), body]))).toString('hex', 0, 4);
    return `${alice.name}+${id}+${body.toString('base64')}`;
  };
  const id = idOf(alice, 1).toString('hex');
  const parts = known.split('+');
  return [
    {
      what: 'the published example',
      vkey: published.vkey,
      expect: { name: 'PeterNeumann', keyId: 'c74f20a3', type: 1 },
    },
    { what: 'a log key', vkey: known, expect: { name: alice.name, keyId: id, type: 1 } },
    {
      what: 'a witness key',
      vkey: vkeyOf(bob, 4),
      expect: { name: bob.name, keyId: idOf(bob, 4).toString('hex'), type: 4 },
    },
    { what: 'another key id', vkey: known.replace(id, '00000000'), expect: { error: 'vkey-id-mismatch' } },
    { what: 'a key id in capitals', vkey: known.replace(id, id.toUpperCase()), expect: { error: 'vkey-malformed' } },
    { what: 'two parts only', vkey: `${parts[0]}+${parts[1]}`, expect: { error: 'vkey-malformed' } },
    { what: 'a name with a space', vkey: named('example.com/al ice'), expect: { error: 'vkey-malformed' } },
    { what: 'a name with U+0085', vkey: named('example.com/al\u0085ice'), expect: { error: 'vkey-malformed' } },
    { what: 'no name', vkey: named(''), expect: { error: 'vkey-malformed' } },
    { what: 'base64 cut short', vkey: known.slice(0, -1), expect: { error: 'vkey-malformed' } },
    { what: 'a key one byte short', vkey: typed(1, alice.publicKey.subarray(1)), expect: { error: 'vkey-malformed' } },
    { what: 'type 06, ML-DSA-44', vkey: typed(6, Buffer.alloc(1312)), expect: { error: 'vkey-type-unsupported' } },
    { what: 'type 02, ECDSA', vkey: typed(2, Buffer.alloc(91)), expect: { error: 'vkey-type-unsupported' } },
  ];
}

function soundNotes(): NoteVector[] {
  const stranger = signatureLine(bob, text);
  const twin = signatureLine(aliceTwin, text);
  const postQuantum = lineOf(bob.name, idOf(bob, 6), Buffer.alloc(8 + 2420, 7));
  const verified = (names: readonly string[], unknown = 0): NoteVector['expect'] => {
    return { verdict: 'verified', text, verified: names, unknown };
  };
  const note = (what: string, lines: string, expect: NoteVector['expect'], keys = [known]): NoteVector => {
    return { what, note: `${text}\n${lines}`, vkeys: keys, expect };
  };
  return [
    {
      what: 'the published example',
      note: `${published.text}\n${published.line}`,
      vkeys: [published.vkey],
      expect: { verdict: 'verified', text: published.text, verified: ['PeterNeumann'], unknown: 0 },
    },
    note('one signature; the text holds a blank line and an emoji', good, verified([alice.name])),
    note('two known keys', good + stranger, verified([alice.name, bob.name]), [known, vkeyOf(bob)]),
    note('an unknown key is ignored', stranger + good, verified([alice.name], 1)),
    note('an unknown key of a known name is ignored', good + twin, verified([alice.name], 1)),
    note('an ML-DSA-44 line is an unknown key', good + postQuantum, verified([alice.name], 1)),
    note('a cosignature', cosignatureLine(bob, text, 1_790_000_000), verified([bob.name]), [vkeyOf(bob, 4)]),
    note('the same signature twice counts once', good + good, verified([alice.name])),
    note('sixteen signatures', good + stranger.repeat(15), verified([alice.name], 15)),
    note('one hundred signatures', good + stranger.repeat(99), verified([alice.name], 99)),
    note('a known key with a bad signature refuses', wrong, { verdict: 'refused', reason: 'bad-signature' }),
    note('a bad one beside a good one refuses', good + wrong, { verdict: 'refused', reason: 'bad-signature' }),
    note('a signature of 63 bytes refuses', lineOf(alice.name, idOf(alice, 1), Buffer.alloc(63)), {
      verdict: 'refused',
      reason: 'bad-signature',
    }),
    note('only unknown keys', stranger, { verdict: 'refused', reason: 'no-known-signature' }),
    note('no keys at all', good, { verdict: 'refused', reason: 'no-known-signature' }, []),
  ];
}

function malformedNotes(): NoteVector[] {
  const note = (what: string, whole: string, error: string): NoteVector => {
    return { what, note: whole, vkeys: [known], expect: { error } };
  };
  const bytes = (what: string, parts: readonly Uint8Array[], error: string): NoteVector => {
    return { what, note: Buffer.concat(parts).toString('hex'), encoding: 'hex', vkeys: [known], expect: { error } };
  };
  const line = 'note-signature-line-malformed';
  const encoded = good.trimEnd().split(' ')[2] ?? '';
  return [
    note('empty', '', 'note-unterminated'),
    note('no signatures', text.replace('\n\n', '\n'), 'note-no-signatures'),
    note('a blank line and nothing after it', `${text}\n`, 'note-no-signatures'),
    note('no final newline', `${text}\n${good.trimEnd()}`, 'note-unterminated'),
    note('a line that is no signature', `${text}\n${good}And more.\n`, line),
    note('a hyphen for the dash', `${text}\n${good.replace('\u2014', '-')}`, line),
    note('a name with a plus', `${text}\n${lineOf('a+b', Buffer.alloc(4), Buffer.alloc(64))}`, line),
    note('a name with a no-break space', `${text}\n${lineOf('a\u00a0b', Buffer.alloc(4), Buffer.alloc(64))}`, line),
    note('no name', `${text}\n${lineOf('', Buffer.alloc(4), Buffer.alloc(64))}`, line),
    note('two spaces', `${text}\n${good.replace(alice.name, `${alice.name} `)}`, line),
    note('a key id and no signature', `${text}\n${lineOf(alice.name, idOf(alice, 1), Buffer.alloc(0))}`, line),
    note('base64 without padding', `${text}\n${good.replaceAll('=', '')}`, line),
    note('base64 of the URL alphabet', `${text}\n${good.replace(encoded, `_${encoded.slice(1)}`)}`, line),
    note('base64 with leftover bits', `${text}\n\u2014 ${alice.name} AAAAAAB=\n`, line),
    note('a carriage return', `${text}\n${good}`.replaceAll('\n', '\r\n'), 'note-control-character'),
    note('a tab in the text', `a\tb\n\n${good}`, 'note-control-character'),
    note('a NUL in the text', `a\0b\n\n${good}`, 'note-control-character'),
    note('one hundred and one signatures', `${text}\n${good.repeat(101)}`, 'note-too-many-signatures'),
    bytes('a byte that is no UTF-8', [Buffer.of(0xff), Buffer.from(`${text}\n${good}`)], 'not-utf8'),
    bytes('an overlong slash', [Buffer.of(0xc0, 0xaf), Buffer.from(`\n\n${good}`)], 'not-utf8'),
    bytes('a surrogate in UTF-8', [Buffer.of(0xed, 0xa0, 0x80), Buffer.from(`\n\n${good}`)], 'not-utf8'),
  ];
}
