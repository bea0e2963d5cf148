// Every parser that reads what others wrote: what it is given, and which errors are its own. A parser that is not listed is not fuzzed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accessBytes,
  chatTextsOf,
  FormatsError,
  inspectExport,
  openZip,
  readExport,
  titleFromName,
} from '@acta/formats';
import {
  LedgerError,
  openObject,
  openPage,
  pageHash,
  parseRecoveryCode,
  sha256,
  unwrapKey,
  verifyEd25519,
} from '@acta/ledger';
import {
  checkEvidence,
  decodeBase64,
  EVIDENCE_FILE,
  parseCanonical,
  parseCheckpoint,
  parseCosignature,
  parseEntries,
  parseEvidence,
  parseNote,
  parseTilePath,
  parseTlogProof,
  parseVkey,
  VerifierError,
} from '@acta/verifier';
import { SAMPLES } from '../../../packages/server/src/cli/run-here.test-support.ts';
import { parseQuery, SearchError } from '../../../packages/server/src/search/index.ts';
import { PROJECT } from '../place.ts';
import { exportsIn, stringsIn, textsIn, vector } from './samples.ts';

/** A parser under fuzz. */
export interface Target {
  readonly name: string;
  /** How dear one input is: cheap ones get more. */
  readonly share: number;
  readonly isOurs: (error: unknown) => boolean;
  readonly samples: readonly Uint8Array[];
  readonly parse: (input: Uint8Array) => unknown;
}

const ofVerifier = (error: unknown): boolean => error instanceof VerifierError;
const ofLedger = (error: unknown): boolean => error instanceof LedgerError;
const ofFormats = (error: unknown): boolean => error instanceof FormatsError;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const fromHex = (hex: unknown): Uint8Array => Buffer.from(String(hex), 'hex');

const NOTES = [...stringsIn('log/notes.json'), ...stringsIn('log/checkpoints.json')];
const LONGEST_READ = 1 << 20;

/** Proofs, notes, keys, tiles, canonical JSON, evidence. */
function verifierTargets(): Target[] {
  const of = (name: string, samples: readonly string[], parse: (input: Uint8Array) => unknown): Target => ({
    name,
    share: 10,
    isOurs: ofVerifier,
    samples: samples.map((one) => Buffer.from(one)),
    parse,
  });
  return [
    of('canonical JSON', [...stringsIn('log/canonical.json'), ...stringsIn('log/proofs.json')], parseCanonical),
    of('signed note', NOTES, parseNote),
    of('checkpoint', NOTES, (input) => parseCheckpoint(text(input))),
    of('tlog-proof', stringsIn('log/proofs.json'), parseTlogProof),
    of('verifier key', stringsIn('log/notes.json'), (input) => parseVkey(sha256, text(input))),
    of('cosignature', NOTES, parseCosignature),
    of('entry bundle', stringsIn('log/trees.json'), parseEntries),
    of('tile path', stringsIn('log/tile-paths.json'), (input) => parseTilePath(text(input))),
    of('base64', NOTES, (input) => decodeBase64(binary(input))),
    { ...of('evidence bundle', [], evidence), samples: evidenceSamples(), share: 1 },
  ];
}

const SEPARATOR = Buffer.from('\n~~~~~~~~\n');

/** An input is the four files in a row. */
async function evidence(input: Uint8Array): Promise<unknown> {
  const names = Object.values(EVIDENCE_FILE);
  const parts = binary(input).split(binary(SEPARATOR));
  const files = new Map(names.slice(0, parts.length).map((name, at) => [name, Buffer.from(parts[at] ?? '', 'latin1')]));
  return checkEvidence({ ...parseEvidence(files), sha256, verifyEd25519 });
}

function evidenceSamples(): Uint8Array[] {
  const { commitments = [], bundles = [] } = vector<{ commitments?: Sampled[]; bundles?: Sampled[] }>(
    'log/proofs.json',
  );
  const proofs = stringsIn('log/proofs.json').filter((one) => one.startsWith('c2sp.org/tlog-proof'));
  const keys = stringsIn('log/checkpoints.json').filter((one) => one.includes('+') && !one.includes('\n'));
  return [...commitments, ...bundles].map(({ cell, record, salt }, at) => {
    const about = JSON.stringify({ cell, salt, seq: at, v: 1 });
    const files = [
      record,
      about,
      proofs[at % Math.max(1, proofs.length)] ?? '',
      `${keys[at % Math.max(1, keys.length)]}\n`,
    ];
    return Buffer.concat(
      files.flatMap((one, index) => (index === 0 ? [Buffer.from(`${one}`)] : [SEPARATOR, Buffer.from(`${one}`)])),
    );
  });
}

type Sampled = Readonly<Record<string, string>>;

/** Pages, objects, wrapped keys, recovery codes. */
function ledgerTargets(): Target[] {
  const { cellId, keys, pages } = vector<{ cellId: string; keys: Sampled; pages: (Sampled & { firstSeq: number })[] }>(
    'ledger/pages.json',
  );
  const opened = new Map(Object.entries(keys).map(([id, key]) => [Number(id), fromHex(key)]));
  const { objects } = vector<{ objects: Sampled[] }>('ledger/objects.json');
  const [object = {}] = objects;
  const of = (name: string, share: number, samples: readonly Uint8Array[], parse: Target['parse']): Target => ({
    name,
    share,
    isOurs: ofLedger,
    samples,
    parse,
  });
  return [
    of(
      'sealed page',
      4,
      pages.map(({ bytes }) => fromHex(bytes)),
      (input) => {
        // The page's own hash is made to fit: what reads the page must stand by itself.
        const page = { firstSeq: (input[1] ?? 0) * 256, bytes: input, sha256: pageHash(input) };
        return openPage({ cellId: fromHex(cellId), page, keys: opened });
      },
    ),
    of(
      'object',
      4,
      objects.flatMap(({ sealed }) => (sealed === undefined ? [] : [fromHex(sealed)])),
      async (input) => {
        const readAt = async (offset: number, length: number) => input.subarray(offset, offset + length);
        const place = { key: fromHex(object['key']), cellId: fromHex(object['cellId']) };
        const content = await openObject({ readAt, sealedBytes: input.length, ...place });
        for await (const bytes of content.stream())
          if (bytes.length > LONGEST_READ) throw new Error('too much at once');
      },
    ),
    of(
      'wrapped key',
      10,
      stringsIn('ledger/keys.json').map((one) => fromHex(one)),
      (input) => {
        return unwrapKey({
          wrapped: input,
          by: new Uint8Array(32),
          cellId: fromHex(cellId),
          keyId: 1,
          purpose: 'data key',
        });
      },
    ),
    of(
      'recovery code',
      10,
      stringsIn('ledger/keys.json').map((one) => Buffer.from(one)),
      (input) => parseRecoveryCode(text(input)),
    ),
  ];
}

/** Chat exports, zips, the query language. */
function typedTargets(): Target[] {
  const now = new Date('2026-11-22T12:00:00Z');
  return [
    {
      name: 'chat export',
      share: 2,
      isOurs: ofFormats,
      samples: exportsIn(),
      parse: async (input) => {
        const open = async function* () {
          yield input;
        };
        const { reading } = await inspectExport({ open }, { now });
        if (reading === undefined) return;
        for await (const batch of readExport({ open }, reading))
          if (batch.length === 0) throw new Error('an empty batch');
      },
    },
    {
      name: 'zip',
      share: 1,
      isOurs: ofFormats,
      samples: [readFileSync(join(SAMPLES, 'WhatsApp Chat - Nora Walsh.zip'))],
      parse: readZip,
    },
    {
      name: 'query',
      share: 10,
      isOurs: (error) => error instanceof SearchError,
      samples: textsIn(join(PROJECT, 'README.md')).map((one) => Buffer.from(one)),
      parse: (input) => parseQuery(text(input)),
    },
    {
      name: 'file name of a chat',
      share: 10,
      isOurs: () => false,
      samples: [
        'WhatsApp Chat with Ana.txt',
        'WhatsApp Chat - Nora Walsh.zip',
        'Chat de WhatsApp con Luis (2).txt',
      ].map((one) => Buffer.from(one)),
      parse: (input) => titleFromName(text(input)),
    },
  ];
}

async function readZip(input: Uint8Array): Promise<void> {
  const zip = await openZip(accessBytes(input));
  try {
    for (const { file } of chatTextsOf(zip.files).chats) await readSome(file.open());
    for (const file of zip.files.slice(0, 2)) await readSome(file.open());
  } finally {
    zip.close();
  }
}

async function readSome(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    if (read > LONGEST_READ) return;
  }
}

/** All parsers. */
export function targets(): readonly Target[] {
  return [...verifierTargets(), ...ledgerTargets(), ...typedTargets()];
}
