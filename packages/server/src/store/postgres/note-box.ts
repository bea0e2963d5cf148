// Notes for the writer in a table: sealed by who leaves them, answered by the writer when their record is durable, taken away
// by who left them. What is left in between is no secret's and no proof's: a note that nobody answers is recorded or not, and
// its reader shows nothing.

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { NoteBox } from '../note-box.ts';
import { clientConfig, type DatabasePool, type Queryable } from './connection.ts';
import { openNote, type SealedPlace, sealNote } from './sealed-note.ts';

const ANSWER_MS = 5_000;
const FIRST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 200;
/** Notes are told of at once; where that was missed, they are found so late. */
const POLL_MS = 500;
/** An older note is one that somebody kept and put back. */
const OLDEST_MS = 3_600_000;
const KEPT_ANSWERED = '10 minutes';

export interface NoteBoxParts {
  readonly pool: DatabasePool;
  readonly cellId: Uint8Array;
  /** 32 bytes, of the cell's own. */
  readonly key: Uint8Array;
  readonly now: () => number;
}

interface NoteRow {
  readonly id: Uint8Array;
  readonly body: Uint8Array;
}

export class PostgresNoteBox implements NoteBox {
  private readonly parts: NoteBoxParts;

  constructor(parts: NoteBoxParts) {
    this.parts = parts;
  }

  async handOver(note: string): Promise<number | undefined> {
    const { now, pool } = this.parts;
    const id = randomBytes(16);
    const body = sealNote(this.placeOf('note', id), JSON.stringify({ at: now(), note }));
    await pool.query('select acta.leave_note($1, $2)', [id, body]);
    const until = performance.now() + ANSWER_MS;
    let waitMs = FIRST_LOOK_MS;
    while (performance.now() < until) {
      await sleep(waitMs);
      waitMs = Math.min(LONGEST_LOOK_MS, waitMs * 2);
      if ((await answerIn(pool, 'answer_to', id)) !== undefined) break;
    }
    const answer = await answerIn(pool, 'take_note_back', id);
    return answer === undefined ? undefined : this.seqIn(id, answer);
  }

  private seqIn(id: Uint8Array, answer: Uint8Array): number | undefined {
    const text = openNote(this.placeOf('answer', id), answer);
    const seq: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof seq === 'number' && Number.isSafeInteger(seq) ? seq : undefined;
  }

  async listen(keep: Parameters<NoteBox['listen']>[0]): Promise<{ readonly close: () => Promise<void> }> {
    const round = new Rounds(() => this.answerAll(keep));
    const bell = await ringing(this.parts.pool, () => round.wake());
    const timer = setInterval(() => round.wake(), POLL_MS);
    timer.unref();
    round.wake();
    return {
      close: async () => {
        clearInterval(timer);
        await bell.end().catch(() => undefined);
        await round.end();
      },
    };
  }

  private async answerAll(keep: Parameters<NoteBox['listen']>[0]): Promise<void> {
    const { pool } = this.parts;
    await pool.query(`delete from acta.note where left_at < now() - interval '${KEPT_ANSWERED}'`);
    const waiting = await pool.query<NoteRow>(
      'select id, body from acta.note where answer is null order by left_at limit 100',
    );
    for (const row of waiting) {
      const note = this.noteIn(row);
      const seq = note === undefined ? undefined : await keep(note).catch(() => undefined);
      const answer = sealNote(this.placeOf('answer', row.id), JSON.stringify(seq ?? null));
      await pool.query('update acta.note set answer = $2 where id = $1', [row.id, answer]);
    }
  }

  private noteIn({ body, id }: NoteRow): string | undefined {
    const text = openNote(this.placeOf('note', id), body);
    if (text === undefined) return undefined;
    const { at, note } = JSON.parse(text) as { readonly at: number; readonly note: string };
    return Math.abs(this.parts.now() - at) > OLDEST_MS ? undefined : note;
  }

  private placeOf(kind: SealedPlace['kind'], id: Uint8Array): SealedPlace {
    const { cellId, key } = this.parts;
    return { key, cellId, kind, id };
  }
}

async function answerIn(pool: Queryable, ask: 'answer_to' | 'take_note_back', id: Uint8Array) {
  const [row] = await pool.query<{ answer: Uint8Array | null }>(`select acta.${ask}($1) as answer`, [id]);
  return row?.answer ?? undefined;
}

/** Rings whenever a note is left. A connection that dies leaves the clock to do it. */
async function ringing(pool: DatabasePool, ring: () => void): Promise<Client> {
  const client = new Client(clientConfig({ address: pool.address, applicationName: 'acta notes' }));
  client.on('error', () => undefined);
  client.on('notification', ring);
  await client.connect();
  await client.query('listen acta_note');
  return client;
}

/** One round at a time; who wakes it meanwhile gets another one after it. */
class Rounds {
  private readonly work: () => Promise<void>;
  private running: Promise<void> | undefined;
  private isAsked = false;
  private isOver = false;

  constructor(work: () => Promise<void>) {
    this.work = work;
  }

  wake(): void {
    this.isAsked = true;
    this.running ??= this.run();
  }

  /** A round that fails is tried again when the next note or the clock asks for it: its notes wait unanswered. */
  private async run(): Promise<void> {
    while (this.isAsked && !this.isOver) {
      this.isAsked = false;
      await this.work().catch(() => undefined);
    }
    this.running = undefined;
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }
}
