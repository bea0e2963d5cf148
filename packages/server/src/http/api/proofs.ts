// The proof of one entry: for a browser to check by itself, without text for whoever may not read it; and with the text, as a bundle
// that anybody can check elsewhere, for whoever may export.

import { formatEvidence } from '@acta/verifier';
import { Type } from '@fastify/type-provider-typebox';
import { maySee, type SeenPlace } from '../../access/may-see.ts';
import { isEntry } from '../../records/conversation.ts';
import { type ProvenEntry, provenEntry } from '../../views/entry-proof.ts';
import { seenPlaces } from '../../views/work.ts';
import { ProblemError } from '../problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';
import { storedZip } from './stored-zip.ts';

const ONE = Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) });

/** Adds the routes. */
export function proofRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/entries/:id/proof',
    operation(
      {
        id: 'getEntryProof',
        summary: 'The proof of an entry, to be checked by whoever asks',
        description: 'With the record and its salt for whoever may read it.',
        tag: 'vault',
        scope: 'prove',
        answers: { 200: json('The proof.', shape('EntryProof')) },
        problems: ['not-found'],
      },
      { params: ONE },
    ),
    async (request) => {
      const found = await provenEntry(parts.views, parts.ledger, request.params.id);
      if (found === undefined) throw new ProblemError('not-found');
      const caller = callerOf(request);
      const isShown = await mayRead(parts, caller, found);
      await caller.looked({ count: 1, seqs: [found.entry] });
      return { ...proofView(parts, found), ...(isShown ? recordView(found) : {}) };
    },
  );
  app.get(
    '/entries/:id/evidence',
    operation(
      {
        id: 'getEntryEvidence',
        summary: 'An entry with its text and its proof, as files in a zip',
        description: 'The files are those of `acta prove`; `acta check` checks them.',
        tag: 'vault',
        scope: 'export',
        answers: {
          200: { description: 'The zip.', content: { 'application/zip': Type.String({ format: 'binary' }) } },
        },
        problems: ['not-found', 'role-missing', 'not-yours', 'confirm-needed'],
      },
      { params: ONE },
    ),
    async (request, reply) => {
      const found = await provenEntry(parts.views, parts.ledger, request.params.id);
      if (found?.sealed === undefined || found.proof === undefined) throw new ProblemError('not-found');
      const caller = callerOf(request);
      await expectMayExport(parts, caller, found);
      const { cellId, ledger } = parts;
      const { bytes: record, salt } = found.sealed;
      const { entry: seq, proof } = found;
      const files = formatEvidence({ record, salt, cellId, seq, proof, vkey: ledger.vkey });
      await caller.looked({ count: 1, seqs: [seq] });
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="entry-${seq}.zip"`)
        .send(storedZip(files));
    },
  );
}

/** Records that say what was done, and nothing of what customers said. */
const OF_THE_SYSTEM: readonly string[] = [
  'vault',
  'audit',
  'check',
  'withdrawal',
  'erasure-ordered',
  'erasure-done',
  'readmission',
  'merge',
  'split',
  'rotation',
  'move',
  'halt',
  'halt-lifted',
  'api-key-revoked',
  'hook-removed',
];

async function mayRead(parts: ApiParts, caller: Caller, { sealed, version }: ProvenEntry): Promise<boolean> {
  if (sealed === undefined) return false;
  const { record } = sealed;
  const nowMs = parts.now().getTime();
  if (isEntry(record)) {
    if (caller.viewer.kind === 'person' && version?.isTakenBack === true) return false;
    const place = await placeOf(parts, record.chat);
    return maySee(caller.viewer, { scope: 'read:messages', place, nowMs }).may;
  }
  if (!OF_THE_SYSTEM.includes(record.kind)) return false;
  const isOwn = 'actor' in record && record.actor === caller.actor;
  return maySee(caller.viewer, { scope: isOwn ? 'read:own-audit' : 'read:audit', nowMs }).may;
}

async function placeOf({ views }: ApiParts, chat: number): Promise<SeenPlace> {
  return (await seenPlaces(views.db, [chat])).get(chat) ?? { assignee: undefined, team: undefined };
}

/** Text leaves the house only by who may read it, and what a sender took back only by who may open that. */
async function expectMayExport(parts: ApiParts, caller: Caller, { sealed, version }: ProvenEntry): Promise<void> {
  const record = sealed?.record;
  if (record !== undefined && isEntry(record)) {
    await caller.expectMay({ scope: 'read:messages', place: await placeOf(parts, record.chat) });
    if (version?.isTakenBack === true) await caller.expectMay({ scope: 'read:deleted' });
  } else if (record !== undefined && OF_THE_SYSTEM.includes(record.kind))
    await caller.expectMay({ scope: 'read:audit' });
  else await caller.expectMay({ scope: 'admin' });
}

function proofView({ cellId, ledger }: ApiParts, found: ProvenEntry) {
  const { commitment, entry, erased, proof, recordedAt, sealed, size, state, version } = found;
  const record = sealed?.record;
  return {
    entry,
    size,
    state,
    cell: hex(cellId),
    origin: ledger.origin,
    vkey: ledger.vkey,
    ...(record === undefined ? {} : { kind: record.kind, came: cameOf(record) }),
    ...(record !== undefined && isEntry(record) ? { conversation: record.chat } : {}),
    ...(version === undefined ? {} : { version: { of: version.of, number: version.number, count: version.count } }),
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(erased === undefined ? {} : { erased }),
    ...(commitment === undefined ? {} : { commitment: hex(commitment) }),
    ...(proof === undefined ? {} : { proof }),
  };
}

function cameOf(record: NonNullable<ProvenEntry['sealed']>['record']): string {
  if (isEntry(record)) return record.origin ?? 'export';
  return 'raw' in record || record.kind === 'delivery' ? 'live' : 'here';
}

function recordView({ sealed }: ProvenEntry) {
  if (sealed === undefined) return {};
  return { record: Buffer.from(sealed.bytes).toString('utf8'), salt: hex(sealed.salt) };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
