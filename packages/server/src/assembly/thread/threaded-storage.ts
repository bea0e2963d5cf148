// Storage whose every change is made on the writer's thread, while this thread reads through connections that cannot write:
// a commit, a fold or a segment of the index never holds up what waits here.

import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { RecordBatch, SealedPages } from '@acta/ledger';
import { buffersOfCommit } from '../../projections/commit-columns.ts';
import type { Downstream } from '../../projections/downstream.ts';
import type { Tables } from '../../projections/tables.ts';
import type { KeyScope } from '../../records/key-scope.ts';
import { ownTurn } from '../../records/pace.ts';
import type { KeyStore } from '../../store/key-store.ts';
import type { LedgerStore } from '../../store/ledger-store.ts';
import type { Storage } from '../../store/storage.ts';
import { HandedOver, ThreadCalls } from './calls.ts';
import { receivedError, type SentError } from './errors.ts';
import { KnownScopes } from './known-scopes.ts';
import { Sealer } from './sealer.ts';
import {
  DOWNSTREAM_CALLS,
  HOUSE_CALLS,
  KEY_CALLS,
  type KeyCall,
  LOG_CALLS,
  type LogCall,
  type ThreadHouse,
} from './served.ts';
import type { WriterThreadStart } from './writer-thread.ts';

export interface ThreadedStorage {
  readonly storage: Storage<Tables>;
  readonly downstream: Downstream;
  readonly seal: (batch: RecordBatch) => Promise<SealedPages>;
  /** Told of scopes that a commit will need keys of. */
  readonly foretell: (scopes: readonly KeyScope[]) => void;
}

/** What the starting thread has of the cell. */
export interface StartingSide {
  /** Of the lock that it holds; the writer's thread is told. */
  readonly lost: AbortSignal;
  /** Opens the same cell for reading. */
  readonly open: () => Promise<Storage<Tables>>;
}

/** Tells a thread which cell it writes, and joins what it serves with what the starting thread opens. */
export async function threadedStorage(
  worker: Worker,
  start: WriterThreadStart,
  { lost, open }: StartingSide,
): Promise<ThreadedStorage> {
  try {
    worker.postMessage(start);
    await ready(worker);
    const calls = new ThreadCalls(worker);
    const house = calls.target<ThreadHouse>('house', HOUSE_CALLS);
    tellOfLoss(lost, house);
    const reading = await open();
    const sealer = new Sealer(start.stepsBack);
    const close = async (): Promise<void> => {
      await sealer.close();
      await reading.close();
      await house.close();
      await worker.terminate();
    };
    return { ...joined(reading, calls, close), seal: (batch) => sealer.seal(batch) };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

function tellOfLoss(lost: AbortSignal, house: ThreadHouse): void {
  // A thread that has ended writes nothing either.
  const tell = (): void => void house.lose().catch(() => undefined);
  if (lost.aborted) tell();
  else lost.addEventListener('abort', tell, { once: true });
}

async function ready(worker: Worker): Promise<void> {
  const [said] = (await once(worker, 'message')) as [
    { readonly ready: true } | { readonly ready: false; readonly error: SentError },
  ];
  if (!said.ready) throw receivedError(said.error);
}

function joined(
  reading: Storage<Tables>,
  calls: ThreadCalls,
  close: () => Promise<void>,
): Omit<ThreadedStorage, 'seal'> {
  const far = calls.target<Downstream>('downstream', DOWNSTREAM_CALLS);
  const reopen = async (): Promise<void> => {
    await reading.projections.reopen();
    await reading.segments.reopen();
  };
  const downstream: Downstream = {
    ...far,
    take: async (commit) => {
      await calls.call('downstream', 'take', [new HandedOver(commit, buffersOfCommit(commit))]);
    },
    catchUp: async (size) => {
      await far.catchUp(size);
      await reopen();
    },
    rebuild: async (size, onProgress) => {
      await far.rebuild(size, onProgress);
      await reopen();
    },
  };
  const keys = calls.target<Pick<KeyStore, KeyCall>>('keys', KEY_CALLS);
  const known = new KnownScopes((scopes) => keys.keysFor(scopes));
  return {
    storage: { ...reading, keys: keysOver(reading.keys, keys, known), log: logOver(reading.log, calls), close },
    downstream,
    foretell: (scopes) => known.foretell(scopes),
  };
}

function keysOver(reading: KeyStore, far: Pick<KeyStore, KeyCall>, known: KnownScopes): KeyStore {
  return {
    ...far,
    keysFor: (scopes) => known.keysFor(scopes),
    mintReplacements: (olds) => known.changing(() => far.mintReplacements(olds)),
    open: (ids) => reading.open(ids),
    state: (id) => reading.state(id),
    keysOfUse: (use) => reading.keysOfUse(use),
    highestId: () => reading.highestId(),
    keysOfSubject: (subject) => reading.keysOfSubject(subject),
    keysOfConversation: (conversation) => reading.keysOfConversation(conversation),
    newestErasure: () => reading.newestErasure(),
    suppressed: () => reading.suppressed(),
    secret: (name) => reading.secret(name),
    destroy: (ids, seq, suppress) =>
      known.changing(async () => {
        await far.destroy(ids, seq, suppress);
        reading.forget(ids);
      }),
    readmit: async (hashes) => {
      const count = await far.readmit(hashes);
      reading.forget([]);
      return count;
    },
    forget: (ids) => reading.forget(ids),
    close: () => reading.close(),
  };
}

function logOver(reading: LedgerStore, calls: ThreadCalls): LedgerStore {
  const far = calls.target<Pick<LedgerStore, LogCall>>('log', LOG_CALLS);
  return {
    ...far,
    commit: async (rows) => {
      await far.commit(rows);
      // All of it is read back and hashed next.
      await ownTurn();
    },
    size: () => reading.size(),
    bundles: (first, count) => reading.bundles(first, count),
    tile: (level, index) => reading.tile(level, index),
    pages: (fromSeq, limit) => reading.pages(fromSeq, limit),
    pagesOf: (seqs) => reading.pagesOf(seqs),
    checkpoint: () => reading.checkpoint(),
    changesOf: (erasure) => reading.changesOf(erasure),
    pageBytes: () => reading.pageBytes(),
  };
}
