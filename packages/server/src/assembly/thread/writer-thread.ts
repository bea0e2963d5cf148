// What runs on the writer's thread: it opens the cell's storage for writing, keeps keys, log rows, tables and index, and
// answers calls. The thread that started it seals, proves and decides; no writable connection is held there.

import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { PROJECTION_MIGRATIONS, type Tables } from '../../projections/tables.ts';
import { type EnginePlace, engineAt } from '../../store/engines.ts';
import type { Storage } from '../../store/storage.ts';
import { downstreamOf, indexOf } from '../downstream-of.ts';
import { serveCalls } from './calls.ts';
import { sentError } from './errors.ts';
import { giveWay } from './giving-way.ts';
import { DOWNSTREAM_CALLS, HOUSE_CALLS, KEY_CALLS, LOG_CALLS, type ThreadHouse } from './served.ts';

/** The first message to the thread. */
export interface WriterThreadStart {
  readonly place: EnginePlace;
  readonly root: Uint8Array;
  /** Of the lock that the starting thread holds. */
  readonly epoch: number;
  /** It, and who seals, go behind the thread that started them. */
  readonly stepsBack: boolean;
}

async function open({ epoch, place, root }: WriterThreadStart, lost: AbortSignal): Promise<Storage<Tables>> {
  const engine = engineAt(place);
  const folder = await engine.openFolder();
  return engine.openStorage<Tables>({
    folder,
    root,
    readonly: false,
    writer: { epoch, lost },
    migrations: PROJECTION_MIGRATIONS,
  });
}

if (parentPort === null) throw new Error('the writer thread is started as one');
const port = parentPort;
const [start] = (await once(port, 'message')) as [WriterThreadStart];
if (start.stepsBack) giveWay();
try {
  const gone = new AbortController();
  const storage = await open(start, gone.signal);
  const house: ThreadHouse = {
    lose: async () => gone.abort(),
    close: async () => {
      await storage.close();
      port.removeAllListeners('message');
    },
  };
  serveCalls(port, {
    keys: { object: storage.keys, methods: KEY_CALLS },
    log: { object: storage.log, methods: LOG_CALLS },
    downstream: { object: downstreamOf(storage, indexOf(storage, true)), methods: DOWNSTREAM_CALLS },
    house: { object: house, methods: HOUSE_CALLS },
  });
  port.postMessage({ ready: true });
} catch (error) {
  port.postMessage({ ready: false, error: sentError(error) });
}
