// What runs on the thread that seals large commits. It is sent records with their keys and answers with sealed pages: it opens no
// file, decides nothing and remembers nothing.

import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { buffersOfSealed, type RecordBatch, sealPages } from '@acta/ledger';
import { HandedOver, serveCalls } from './calls.ts';
import { giveWay } from './giving-way.ts';
import { PAGE_CALLS, type SealingThreadStart } from './sealer.ts';

const pages = {
  seal(batch: RecordBatch): HandedOver {
    try {
      const sealed = sealPages(batch, randomBytes);
      return new HandedOver(sealed, buffersOfSealed(sealed));
    } finally {
      // Shared memory is wiped by the thread that sent it; everything else here is a copy.
      batch.keys.fill(0);
      if (batch.bytes.buffer instanceof ArrayBuffer) batch.bytes.fill(0);
    }
  },
};

if (parentPort === null) throw new Error('a thread that seals is started as one');
const { stepsBack }: SealingThreadStart = workerData;
if (stepsBack) giveWay();
serveCalls(parentPort, { pages: { object: pages, methods: PAGE_CALLS } });
