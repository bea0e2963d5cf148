// A move in a process of its own that ends itself, as kill -9 would, when it reaches a named point.

import type { MoveOrder } from '../../cli/vault.ts';
import type { Place } from '../reading.ts';
import { VaultHouse } from '../vault-house.ts';

const [place, order, point, times] = process.argv.slice(2);
let left = Number(times);
await new VaultHouse(JSON.parse(place ?? '') as Place).move(JSON.parse(order ?? '') as MoveOrder, {
  progress: () => undefined,
  reached: (reached) => {
    if (reached === point && --left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
