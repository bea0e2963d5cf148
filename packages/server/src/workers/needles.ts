// Words that must not be found in the vault after an erasure: names and the longest words of what goes, a few from all
// over it. They are held in memory only while the erasure runs.

import { isEntry } from '../records/conversation.ts';
import type { LedgerRecord } from '../records/record.ts';
import { pairsOf } from '../records/runs.ts';
import type { RecordReader } from '../store/record-reader.ts';

const MOST_NEEDLES = 8;
const SHORTEST_BYTES = 6;
const SAMPLED_RECORDS = 200;
/** Fewer different bytes occur by themselves, as zeros do in a file that has room left. */
const LEAST_VARIED = 4;
const SPACES = /\s+/u;

/** At most eight needles of six bytes or more; none if nothing can be read any more. */
export async function needlesIn(records: RecordReader, seqs: readonly number[]): Promise<Uint8Array[]> {
  const words = new Set<string>();
  for (const record of (await records.legible(sampleOf(seqs))).values()) {
    for (const word of wordsOf(record)) if (isTelling(word)) words.add(word);
  }
  const longest = [...words].sort((a, b) => b.length - a.length).slice(0, MOST_NEEDLES);
  return longest.map((word) => new Uint8Array(Buffer.from(word)));
}

/** Some seqs from all over the runs. */
function sampleOf(runs: readonly number[]): number[] {
  const pairs = pairsOf(runs);
  const total = pairs.reduce((sum, [, count]) => sum + count, 0);
  const step = Math.max(1, Math.floor(total / SAMPLED_RECORDS));
  const found: number[] = [];
  let place = 0;
  for (const [first, count] of pairs) {
    for (let at = (step - (place % step)) % step; at < count; at += step) found.push(first + at);
    place += count;
  }
  return found;
}

function wordsOf(record: LedgerRecord): string[] {
  if (isEntry(record)) return [record.author ?? '', record.media?.name ?? '', ...record.text.split(SPACES)];
  switch (record.kind) {
    case 'person':
    case 'alias':
      return [record.name ?? '', record.phone ?? ''];
    case 'person-field':
      return record.values.flatMap((value) => value.split(SPACES));
    case 'conversation':
    case 'title':
      return [record.title];
    case 'import':
      return [record.file, record.me ?? ''];
    case 'piece':
      return (record.raw ?? '').split(SPACES);
    case 'attachment':
      return [record.name];
    case 'note':
      return record.text.split(SPACES);
    case 'quarantine':
      return [record.file];
    default:
      return [];
  }
}

/** The words are other people's: one of which the files hold copies anyway would stop every erasure. */
function isTelling(word: string): boolean {
  const bytes = Buffer.from(word);
  return bytes.length >= SHORTEST_BYTES && new Set(bytes).size >= LEAST_VARIED;
}
