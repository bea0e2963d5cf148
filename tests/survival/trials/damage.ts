// Files that are no longer what was written: a flipped bit, a cut, a zeroed block, two files in each other's place, yesterday's file
// put back. Nobody may get a wrong answer; what is gone is named; what can be folded again mends itself.

import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '@acta/ledger';
import { VaultHouse } from '../../../packages/server/src/assembly/vault-house.ts';
import { DAMAGES, swap } from '../damage-kinds.ts';
import { outcomeAfter } from '../damage-outcome.ts';
import { type KeptVault, keptVault } from '../kept-vault.ts';
import type { Place } from '../place.ts';
import { type Row, summed } from '../row.ts';
import type { Seeded } from '../seeded.ts';
import type { SurvivalRun } from '../survival-run.ts';

const MUST = 'never a wrong answer; found and named, mended, or without effect';

type Tried = Pick<Row, 'tries' | 'found' | 'met'>;

export async function damage(run: SurvivalRun): Promise<readonly Row[]> {
  const kept = await keptVault(run);
  const rows: Row[] = [];
  for (const name of Object.keys(DAMAGES)) rows.push(await hurtFiles(run, kept, name));
  rows.push(await swappedFiles(run, kept), await yesterdaysFiles(run, kept), await everythingPutBack(run, kept));
  return rows;
}

/** Hurts a copy and looks what becomes of it. */
async function tryOn(
  run: SurvivalRun,
  kept: KeptVault,
  what: string,
  hurt: (copy: Place) => string | undefined,
): Promise<Tried> {
  const copy = kept.today.copyTo(run.place().dir);
  const where = hurt(copy);
  if (where === undefined) {
    copy.remove();
    return { tries: 0, found: [] };
  }
  const { found, outcome } = await outcomeAfter(copy, kept, what);
  const named = found.map((one) => `${what}, ${where}: ${one}`);
  for (const one of named) run.say(`FOUND ${one} in ${copy.dir}`);
  if (named.length === 0) copy.remove();
  return { tries: 1, found: named, met: { [`${kindOf(what)}: ${outcome}`]: 1 } };
}

/** The kind of file, without what differs from vault to vault. */
const kindOf = (file: string): string =>
  file
    .replaceAll(/objects\/\S+/g, 'objects/…')
    .replaceAll(/[0-9a-f]{32}/g, '…')
    .replaceAll(/(vault|keys)\//g, '');

const NOT_SWAPPED = /lock|-wal/;
const LARGE = /\.db(-wal)?$/;

async function hurtFiles(run: SurvivalRun, kept: KeptVault, name: string): Promise<Row> {
  const tried: Tried[] = [];
  const random = run.random(name);
  for (const file of filesFor(run, kept, name)) {
    const times = LARGE.test(file) ? run.of(1, 30) : run.of(1, 8);
    for (let time = 0; time < times; time++) tried.push(await hurtOne(run, kept, { file, name, random }));
  }
  const row = summed(`${name}, in every kind of file`, MUST, tried);
  run.say(`${name}: ${row.tries}`);
  return row;
}

/** Each file is hurt in one way in the short form, in each way in the long one. */
function filesFor(run: SurvivalRun, kept: KeptVault, name: string): string[] {
  const names = Object.keys(DAMAGES);
  const isFor = (at: number): boolean => run.form === 'long' || names[at % names.length] === name;
  return kept.today.files().filter((_, at) => isFor(at));
}

interface Hurting {
  readonly file: string;
  readonly name: string;
  readonly random: Seeded;
}

function hurtOne(run: SurvivalRun, kept: KeptVault, { file, name, random }: Hurting): Promise<Tried> {
  return tryOn(run, kept, file, (copy) => DAMAGES[name]?.(join(copy.dir, file), random));
}

async function swappedFiles(run: SurvivalRun, kept: KeptVault): Promise<Row> {
  const files = kept.today.files().filter((file) => !NOT_SWAPPED.test(file));
  const pairs = files.flatMap((one, at) => files.slice(at + 1).map((other) => [one, other] as const));
  const objects = pairs.filter((pair) => pair.every((file) => file.includes('objects/'))).slice(0, 1);
  const others = pairs.filter((pair) => pair.filter((file) => file.includes('objects/')).length === 0);
  const chosen = [...objects, ...run.random('swaps').sample(others, run.of(2, others.length))];
  const tried: Tried[] = [];
  for (const [one, other] of chosen) {
    tried.push(
      await tryOn(run, kept, `${one} and ${other}`, (copy) => {
        swap(join(copy.dir, one), join(copy.dir, other));
        return 'swapped';
      }),
    );
  }
  return summed('two files in each other’s place', MUST, tried);
}

async function yesterdaysFiles(run: SurvivalRun, kept: KeptVault): Promise<Row> {
  const files = kept.yesterday.files().filter((file) => !file.endsWith('-wal') && !file.includes('objects/'));
  const tried: Tried[] = [];
  for (const file of run.random('yesterday').sample(files, run.of(4, files.length))) {
    for (const withLog of file.endsWith('.db') ? [true, false] : [false]) {
      const what = withLog ? `${file} with its log` : file;
      tried.push(await tryOn(run, kept, what, (copy) => putBack(kept.yesterday, copy, file, withLog)));
    }
  }
  return summed('yesterday’s file put back, each alone', MUST, tried);
}

function putBack(from: Place, to: Place, file: string, withLog: boolean): string {
  for (const end of withLog ? ['', '-wal'] : ['']) {
    rmSync(join(to.dir, file + end), { force: true });
    if (existsSync(join(from.dir, file + end))) cpSync(join(from.dir, file + end), join(to.dir, file + end));
  }
  return 'put back';
}

/**
 * The whole vault is found by what the machine keeps outside it. Put that back too, and nothing on the machine can know: only a
 * checkpoint that somebody else kept shows it.
 */
async function everythingPutBack(run: SurvivalRun, kept: KeptVault): Promise<Row> {
  const found: string[] = [];
  const vaultOnly = kept.today.copyTo(run.place().dir);
  rmSync(vaultOnly.vault, { recursive: true });
  cpSync(kept.yesterday.vault, vaultOnly.vault, { recursive: true });
  const refused = await vaultOnly.do('verify', '--deep', '--json');
  if (refused.code !== 10) found.push(`the vault put back: verify ended with ${refused.code}`);
  const all = kept.yesterday.copyTo(run.place().dir);
  const blind = await all.do('verify', '--deep', '--json');
  if (blind.code !== 0) found.push(`vault and keys put back: verify ended with ${blind.code}: ${blind.err}`);
  const today = await new VaultHouse(placeOf(kept.today.copyTo(run.place().dir))).peek();
  const { root, size } = await today.signed();
  await today.close();
  const witnessed = await againstWitness(all, { size, root: Buffer.from(root, 'base64') });
  if (witnessed !== 'incomplete')
    found.push(`vault and keys put back: with a kept checkpoint the verdict is ${witnessed}`);
  return {
    fault: 'all files of yesterday put back at once; and those of the keys too',
    must: 'the first is found by what the keys’ folder keeps; the second only by a checkpoint that a witness kept',
    tries: 3,
    found,
  };
}

const placeOf = ({ keys, vault }: Place) => ({ dir: vault, keys: { dir: keys }, isSeen: false });

async function againstWitness(place: Place, expected: { readonly size: number; readonly root: Uint8Array }) {
  const vault = await new VaultHouse(placeOf(place)).peek();
  try {
    const { cellId, log: reader, origin, vkey } = vault;
    return (await verifyLog({ reader, cellId, origin, vkey, isErasedByOrder: () => false, expected })).verdict;
  } finally {
    await vault.close();
  }
}
