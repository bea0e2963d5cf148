// The thread that opens strips for a deep check. It holds no connection and writes nothing: sealed strips and their keys come in,
// commitments go out.

import { parentPort } from 'node:worker_threads';
import { type OpenedStrips, openStrips } from '@acta/ledger';
import { serveCalls } from './calls.ts';
import { type PackedStrips, unpackedStrips } from './packed-strips.ts';
import { STRIP_CALLS } from './served.ts';

const strips = { open: (packed: PackedStrips): OpenedStrips => openStrips(unpackedStrips(packed)) };

if (parentPort !== null) serveCalls(parentPort, { strips: { object: strips, methods: STRIP_CALLS } });
