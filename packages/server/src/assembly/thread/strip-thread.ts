// What runs on a thread that opens strips for a deep check. It is sent sealed strips with their keys and answers with
// commitments: it opens no file, remembers nothing and decides nothing.

import { parentPort } from 'node:worker_threads';
import { openStrips } from '@acta/ledger';
import { serveCalls } from './calls.ts';
import { STRIP_CALLS } from './strip-threads.ts';

if (parentPort === null) throw new Error('a thread that opens strips is started as one');
serveCalls(parentPort, { strips: { object: { openStrips }, methods: STRIP_CALLS } });
