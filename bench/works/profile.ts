// Where an import spends its processor time: one more import, under V8's sampling profiler, its samples added up by the room of the
// code that ran. A thread that waits is not counted. Slower than an import that nobody watches.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Work } from '../bench-run.ts';
import { BenchVault } from '../bench-vault.ts';
import { type Row, shownMs } from '../row.ts';

/** What is used of V8's `.cpuprofile`. Times are in microseconds. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const ROWS = 16;
const PACKAGE = /\/packages\/(\w+)\/src\/(?:([\w-]+)\/)?/;
const MODULE = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const CORE = /^node:(?:internal\/)?([\w]+)/;

export const profile: Work = async (run) => {
  const { corpus } = run;
  const folder = mkdtempSync(join(run.root, 'profile-'));
  const vault = new BenchVault(run.root, 'profiled');
  try {
    run.step('acta import, profiled');
    await vault.importAnew(corpus, ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=1000']);
    const spent = new Map<string, number>();
    for (const file of readdirSync(folder))
      addUp(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile, spent);
    return rowsOf(spent);
  } finally {
    vault.remove();
    rmSync(folder, { recursive: true });
  }
};

function addUp({ nodes, samples, timeDeltas }: Profile, spent: Map<string, number>): void {
  const roomOf = new Map(nodes.map(({ callFrame, id }) => [id, roomIn(callFrame)]));
  for (const [at, node] of samples.entries()) {
    const room = roomOf.get(node) ?? 'unknown';
    if (room !== '(idle)') spent.set(room, (spent.get(room) ?? 0) + (timeDeltas[at + 1] ?? 0));
  }
}

function roomIn({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  const [, name, room] = PACKAGE.exec(url) ?? [];
  if (name !== undefined) return room === undefined ? name : `${name}/${room}`;
  return MODULE.exec(url)?.[1] ?? CORE.exec(url)?.[0] ?? (functionName.startsWith('(') ? functionName : 'native code');
}

function rowsOf(spent: ReadonlyMap<string, number>): Row[] {
  const all = spent.values().reduce((sum, one) => sum + one, 0);
  const largest = [...spent].sort(([, one], [, other]) => other - one).slice(0, ROWS);
  return [['all', all] as const, ...largest].map(([room, us]) => ({
    work: `import, profiled: ${room}`,
    figure: `${shownMs(us / 1000)}, ${Math.round((100 * us) / all)} %`,
    numbers: { ms: us / 1000, part: us / all },
  }));
}
