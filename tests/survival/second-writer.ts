// A server that, told to by a byte, waits for the writer's place and, when it has it, puts one record into the ledger. Says when it is
// ready, when it holds the place and when the record is durable, in milliseconds since 1970: `{"ready":…}`, `{"holds":…}`, `{"durable":…}`.

import { once } from 'node:events';
import { VaultHouse } from '../../packages/server/src/assembly/vault-house.ts';
import { Writer } from '../../packages/server/src/assembly/writing.ts';
import { engineAt } from '../../packages/server/src/store/engines.ts';
import type { Place } from './place.ts';

const PATIENCE_MS = 120_000;

const say = (what: 'ready' | 'holds' | 'durable'): void => {
  process.stdout.write(`${JSON.stringify({ [what]: performance.timeOrigin + performance.now() })}\n`);
};

const place = JSON.parse(process.argv[2] ?? '') as Place['address'];
const engine = engineAt(place);
// What a server has open before its hour comes.
await (await new VaultHouse(place).peek()).close();
say('ready');
await once(process.stdin, 'data');
process.stdin.destroy();
const lock = await engine.takeLock(PATIENCE_MS);
say('holds');
const writer = await Writer.open({ engine, place, folder: await engine.openFolder(), lock });
await writer.audit({ command: 'survival' });
say('durable');
await writer.close();
