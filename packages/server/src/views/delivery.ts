// A delivery of the platform put together again: the bytes between the pieces, and each piece from the record that holds it. What
// was erased is missing, and then the whole no longer hashes to what arrived: incomplete by erasure, which says nothing against the rest.

import { createHash } from 'node:crypto';
import type { ObjectRef } from '../records/conversation.ts';
import type { DeliveryRecord } from '../records/platform.ts';
import type { LedgerRecord } from '../records/record.ts';
import { seqsOfRuns } from '../records/runs.ts';
import { erasedByOrder } from './assurance.ts';
import type { ViewParts } from './conversation.ts';

export interface DeliveryParts extends ViewParts {
  readonly openObject: (ref: ObjectRef) => Promise<AsyncIterable<Uint8Array>>;
}

/** A piece of a delivery and the record that holds it; without a kind it was erased or stayed away. */
export interface DeliveryPiece {
  readonly seq: number;
  readonly kind?: LedgerRecord['kind'];
}

export interface DeliveryRead {
  readonly id: number;
  readonly record: DeliveryRecord;
  readonly pieces: readonly DeliveryPiece[];
  /** What could be put together. */
  readonly bytes: Buffer;
  /** `complete`: it hashes to what arrived and was signed. `damaged`: it does not, and nothing of it was erased. */
  readonly verdict: 'complete' | 'incomplete' | 'damaged';
}

/** The delivery that the record `id` is; undefined if it is none. One that was read again later is that. */
export async function deliveryOf(parts: DeliveryParts, id: number): Promise<DeliveryRead | undefined> {
  const record = await parts.reader.record(id);
  if (record?.kind !== 'delivery') return undefined;
  const again = await deliveryAgain(parts, id);
  if (again !== undefined) return deliveryOf(parts, again);
  const seqs = [...seqsOfRuns(record.parts)];
  const records = await parts.reader.records([...new Set(seqs)].filter((seq) => seq > 0));
  const { body, gaps } = await between(parts, record);
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const [index, seq] of seqs.entries()) {
    const gap = gaps[index] ?? 0;
    chunks.push(Buffer.from(body.slice(at, at + gap), 'utf8'), ...(await pieceBytes(parts, records.get(seq))));
    at += gap;
  }
  chunks.push(Buffer.from(body.slice(at), 'utf8'));
  const bytes = Buffer.concat(chunks);
  const pieces = seqs.map((seq): DeliveryPiece => {
    const kind = records.get(seq)?.kind;
    return { seq, ...(kind === undefined ? {} : { kind }) };
  });
  return { id, record, pieces, bytes, verdict: await verdictOn(parts, { record, bytes, pieces }) };
}

async function verdictOn(
  parts: DeliveryParts,
  { bytes, pieces, record }: Pick<DeliveryRead, 'bytes' | 'pieces' | 'record'>,
): Promise<DeliveryRead['verdict']> {
  const isWhole = createHash('sha256').update(bytes).digest('hex') === record.sha256;
  if (isWhole) return 'complete';
  const isErased = await erasedByOrder(parts);
  const gone = pieces.filter(({ kind }) => kind === undefined);
  // What stayed away because it had been erased before has no record of its own.
  const isByOrder = gone.length > 0 && gone.every(({ seq }) => seq === 0 || isErased(seq));
  return isByOrder ? 'incomplete' : 'damaged';
}

/** What lies between the pieces; nothing where the body could not be read and lies whole in quarantine. */
async function between(
  parts: DeliveryParts,
  { body = '', content, gaps }: DeliveryRecord,
): Promise<{ readonly body: string; readonly gaps: readonly number[] }> {
  if (content === undefined) return { body, gaps };
  const said: unknown = JSON.parse((await all(await parts.openObject(content))).toString('utf8'));
  return said as { readonly body: string; readonly gaps: readonly number[] };
}

async function pieceBytes(parts: DeliveryParts, record: LedgerRecord | undefined): Promise<Uint8Array[]> {
  if (record === undefined) return [];
  if (record.kind === 'quarantine') return [await all(await parts.openObject(record.content))];
  if ('oversize' in record && record.oversize !== undefined)
    return [await all(await parts.openObject(record.oversize))];
  return 'raw' in record && record.raw !== undefined ? [Buffer.from(record.raw, 'utf8')] : [];
}

async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The delivery that is this one, read again after it had been in quarantine. */
export async function deliveryAgain({ db, reader }: ViewParts, id: number): Promise<number | undefined> {
  const released = await db
    .selectFrom('other')
    .select('seq')
    .where('of', '=', id)
    .where('kind', '=', 'delivery')
    .execute();
  const records = await reader.records(released.map(({ seq }) => seq));
  return [...records].find(([, record]) => record.kind === 'delivery' && record.of === id)?.[0];
}

/** How far behind a quarantine record the delivery stands that refers to it: within one commit. */
const NEAR_SEQS = 4_096;

/** The delivery whose whole body stands in this quarantine record; undefined if it is of a file. */
export async function deliveryInQuarantine(
  { db, reader }: ViewParts,
  quarantined: number,
): Promise<{ readonly id: number; readonly record: DeliveryRecord } | undefined> {
  const near = await db
    .selectFrom('other')
    .select('seq')
    .where('kind', '=', 'delivery')
    .where('seq', '>', quarantined)
    .where('seq', '<', quarantined + NEAR_SEQS)
    .orderBy('seq')
    .limit(500)
    .execute();
  for (const [id, record] of await reader.records(near.map(({ seq }) => seq))) {
    if (record.kind === 'delivery' && record.parts[0] === quarantined && record.parts[1] === 1) return { id, record };
  }
  return undefined;
}
