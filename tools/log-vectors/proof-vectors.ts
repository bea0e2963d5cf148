// Records, their commitments, tlog-proofs over them and whole evidence: good, refused and malformed.
import { sha256, type VectorKey, vectorKey } from './node-primitives.ts';
import { ReferenceTree, vectorLeaves } from './reference-tree.ts';
import { checkpointText, cosignatureLine, signatureLine, vkeyOf } from './signed-note.ts';

export interface ProofVectors {
  /** Hex, and the record as text. */
  readonly commitments: readonly {
    readonly cell: string;
    readonly salt: string;
    readonly record: string;
    readonly commitment: string;
  }[];
  readonly proofs: readonly ProofVector[];
  readonly evidence: readonly EvidenceVector[];
}

export interface ProofVector {
  readonly what: string;
  readonly proof: string;
  /** The entry's data, hex. */
  readonly data: string;
  readonly vkey: string;
  readonly witnessVkeys: readonly string[];
  readonly expect:
    | {
        readonly verdict: 'verified';
        readonly index: number;
        readonly size: number;
        readonly witnesses: readonly string[];
      }
    | { readonly verdict: 'refused'; readonly reason: string }
    | { readonly error: string };
}

export interface EvidenceVector {
  readonly what: string;
  /** The folder's files by name, as text. */
  readonly files: Readonly<Record<string, string>>;
  readonly expect:
    | { readonly verdict: 'intact'; readonly seq: number; readonly size: number; readonly origin: string }
    | { readonly verdict: 'altered'; readonly at: string; readonly reason: string };
}

const cell = Buffer.from(sha256(Buffer.from('acta/vector/cell'))).subarray(0, 16);
const salt = Buffer.from(sha256(Buffer.from('acta/vector/salt'))).subarray(0, 16);
const log = vectorKey(`acta.local/${cell.toString('hex')}`);
const witness = vectorKey('witness.example/w1');
const record = '{"author":"Mar\u00eda Jos\u00e9","kind":"message","text":"\u4f60\u597d \u{1f44b}","v":1}';
const seq = 256;
const size = 300;
const commitment = commit(cell, salt, record);
const datas = vectorLeaves(size).with(seq, commitment);
const tree = new ReferenceTree(datas);
const header = 'c2sp.org/tlog-proof@v1';

export function proofVectors(): ProofVectors {
  const records = ['{}', record, JSON.stringify({ text: 'x'.repeat(10_000) })];
  const salts = [Buffer.alloc(16), salt, Buffer.alloc(16, 0xff)];
  const commitments = records.map((text, i) => {
    const used = salts[i] ?? salt;
    return {
      cell: cell.toString('hex'),
      salt: used.toString('hex'),
      record: text,
      commitment: Buffer.from(commit(cell, used, text)).toString('hex'),
    };
  });
  return { commitments, proofs: [...soundProofs(), ...malformedProofs()], evidence: evidence() };
}

function commit(cellId: Uint8Array, recordSalt: Uint8Array, text: string): Uint8Array {
  return sha256(Buffer.concat([Buffer.from('acta/record/v1\n'), cellId, recordSalt, Buffer.from(text)]));
}

/** A tlog-proof of the entry at `index` under a checkpoint that `key` signs. */
function proofText(index: number, key: VectorKey = log, origin: string = key.name): string {
  const body = checkpointText(origin, size, tree.root(size));
  const signed = `${body}\n${signatureLine(key, body)}${cosignatureLine(witness, body, 1_790_000_000)}`;
  const hashes = tree.inclusion(index, size).map((hash) => Buffer.from(hash).toString('base64'));
  return [header, `index ${index}`, ...hashes, '', signed].join('\n');
}

function soundProofs(): ProofVector[] {
  const good = proofText(seq);
  const vector = (what: string, proof: string, expect: ProofVector['expect'], data = commitment): ProofVector => {
    const witnessVkeys = [vkeyOf(witness, 4)];
    return { what, proof, data: Buffer.from(data).toString('hex'), vkey: vkeyOf(log), witnessVkeys, expect };
  };
  const verified = { verdict: 'verified', index: seq, size, witnesses: [witness.name] } as const;
  const notIncluded = { verdict: 'refused', reason: 'not-included' } as const;
  const hashLine = good.split('\n')[2] ?? '';
  return [
    vector('good', good, verified),
    vector('extra data is read past', good.replace('index', 'extra AAEC\nindex'), verified),
    vector('the first leaf', proofText(0), { ...verified, index: 0 }, datas[0]),
    vector('the last leaf', proofText(size - 1), { ...verified, index: size - 1 }, datas[size - 1]),
    vector('other data', good, notIncluded, new Uint8Array(32)),
    vector('another index', good.replace(`index ${seq}`, `index ${seq + 1}`), notIncluded),
    vector('an index beyond the tree', good.replace(`index ${seq}`, `index ${size}`), notIncluded),
    vector('a hash too few', good.replace(`${hashLine}\n`, ''), notIncluded),
    vector('a hash too many', good.replace(hashLine, `${hashLine}\n${hashLine}`), notIncluded),
    vector('a changed size', good.replace(`\n${size}\n`, `\n${size + 1}\n`), {
      verdict: 'refused',
      reason: 'bad-signature',
    }),
    vector('another log', proofText(seq, vectorKey('log.example/other')), {
      verdict: 'refused',
      reason: 'no-log-signature',
    }),
    vector('another origin', proofText(seq, log, 'log.example/other'), { verdict: 'refused', reason: 'wrong-origin' }),
  ];
}

function malformedProofs(): ProofVector[] {
  const good = proofText(seq);
  const data = Buffer.from(commitment).toString('hex');
  const vector = (what: string, proof: string, error: string): ProofVector => {
    return { what, proof, data, vkey: vkeyOf(log), witnessVkeys: [], expect: { error } };
  };
  const hashLine = good.split('\n')[2] ?? '';
  const many = `${hashLine}\n`.repeat(64).trimEnd();
  return [
    vector('empty', '', 'proof-unterminated'),
    vector('no blank line', good.replaceAll('\n\n', '\n'), 'proof-unterminated'),
    vector('another version', good.replace('@v1', '@v2'), 'proof-header'),
    vector('no index', good.replace(`index ${seq}\n`, ''), 'proof-index'),
    vector('an index with a leading zero', good.replace(`index ${seq}`, `index 0${seq}`), 'proof-index'),
    vector('an index of 2^53', good.replace(`index ${seq}`, 'index 9007199254740992'), 'proof-index'),
    vector('extra after the index', good.replace(`index ${seq}`, `index ${seq}\nextra AAEC`), 'proof-hash'),
    vector('extra that is no base64', good.replace('index', 'extra AAE\nindex'), 'proof-extra'),
    vector('a hash that is no base64', good.replace(hashLine, hashLine.slice(1)), 'proof-hash'),
    vector('a hash of 33 bytes', good.replace(hashLine, Buffer.alloc(33).toString('base64')), 'proof-hash'),
    vector('sixty-four hashes', good.replace(hashLine, many), 'proof-too-long'),
    vector('a carriage return', good.replaceAll('\n', '\r\n'), 'proof-unterminated'),
    vector('a checkpoint without signatures', good.slice(0, good.indexOf('\u2014')), 'note-no-signatures'),
  ];
}

function evidence(): EvidenceVector[] {
  const custom = vectorKey('records.example/2026');
  const about = (fields: Readonly<Record<string, string | number>>): string => {
    return JSON.stringify({ cell: cell.toString('hex'), salt: salt.toString('hex'), seq, v: 1, ...fields });
  };
  const good = {
    'record.json': record,
    'evidence.json': about({}),
    'proof.tlog-proof': proofText(seq),
    'log.vkey': `${vkeyOf(log)}\n`,
  };
  const altered = (what: string, files: Partial<typeof good>, at: string, reason: string): EvidenceVector => {
    return { what, files: { ...good, ...files }, expect: { verdict: 'altered', at, reason } };
  };
  const intact = { verdict: 'intact', seq, size } as const;
  const ofCustom = { 'proof.tlog-proof': proofText(seq, custom), 'log.vkey': `${vkeyOf(custom)}\n` };
  return [
    { what: 'good', files: good, expect: { ...intact, origin: log.name } },
    {
      what: 'an origin that does not spell the cell',
      files: { ...good, ...ofCustom },
      expect: { ...intact, origin: custom.name },
    },
    altered('another text', { 'record.json': record.replace('\u4f60', '\u6211') }, 'inclusion', 'not-included'),
    altered('a space in the record', { 'record.json': record.replace(':', ': ') }, 'record', 'json-not-canonical'),
    altered('a record cut short', { 'record.json': record.slice(0, -1) }, 'record', 'json-malformed'),
    altered('another salt', { 'evidence.json': about({ salt: '0'.repeat(32) }) }, 'inclusion', 'not-included'),
    altered('another cell', { 'evidence.json': about({ cell: '0'.repeat(32) }) }, 'cell', 'other-cell'),
    altered('another seq', { 'evidence.json': about({ seq: seq + 1 }) }, 'seq', 'other-seq'),
    altered('another key', { 'log.vkey': `${vkeyOf(custom)}\n` }, 'checkpoint', 'no-log-signature'),
    altered('a broken key', { 'log.vkey': vkeyOf(log).slice(1) }, 'key', 'vkey-id-mismatch'),
    altered('a proof cut short', { 'proof.tlog-proof': `${header}\nindex 1\n` }, 'proof', 'proof-unterminated'),
    altered('the proof of another entry', { 'proof.tlog-proof': proofText(seq + 1) }, 'seq', 'other-seq'),
  ];
}
