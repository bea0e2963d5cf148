// A vault in a temporary folder for tests, used through the assembly as the commands use it, and what a test asks of it.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { WriteVault } from '../cli/vault.ts';
import type { FileOutcome } from '../intake/file-outcome.ts';
import { type ImportChoices, PathImporter } from '../intake/import-paths.ts';
import { Projections } from '../projections/fold.ts';
import { engineAt } from '../store/engines.ts';
import { freshPlace } from '../store/postgres/engine.test-support.ts';
import { unlock } from '../store/unlocking.ts';
import { entriesOf, listChats } from '../views/conversation.ts';
import type { ErasureTarget } from '../views/erasure-plan.ts';
import { listPeople } from '../views/people.ts';
import { searchEntries } from '../views/search.ts';
import type { Certificate } from '../workers/erase.ts';
import { keyPlace, type Place, storageOf } from './reading.ts';
import { VaultHouse } from './vault-house.ts';

/** A vault, its keys, and the exports that it was given, each in a folder of its own. */
export interface TestVault {
  readonly dir: string;
  readonly keysDir: string;
  readonly place: Place;
  readonly house: VaultHouse;
  /** Imports one text under a file name; the vault is made if there is none. */
  readonly importText: (name: string, text: string, choices?: Partial<ImportChoices>) => Promise<FileOutcome>;
  readonly write: <T>(work: (vault: WriteVault) => Promise<T>) => Promise<T>;
  readonly erase: (target: ErasureTarget) => Promise<Certificate>;
  readonly undo: (importId: number, atOnce: boolean) => Promise<unknown>;
  readonly seen: () => Promise<Seen>;
  readonly verify: (deep?: boolean) => ReturnType<WriteVault['verify']>;
  readonly rows: () => Promise<Readonly<Record<string, unknown[][]>>>;
  readonly search: (query: string) => Promise<string[]>;
  /** The same vault copied elsewhere as it lies now; what a crash or a backup would leave. */
  readonly image: () => TestVault;
}

/** Everything that reading commands show. */
export interface Seen {
  readonly chats: readonly { readonly id: number; readonly title: string; readonly entries: number }[];
  readonly people: readonly { readonly id: number; readonly names: readonly string[] }[];
  /** `seq author: text`, versions in brackets. */
  readonly entries: readonly string[];
}

/** A folder that is gone when the test is over. */
export function temporaryFolder(test: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'acta-test-'));
  test.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A vault that is not yet made. */
export function testVault(test: TestContext, options: { readonly passphrase?: string } = {}): TestVault {
  const base = temporaryFolder(test);
  return vaultAt({
    ...freshPlace(test),
    dir: join(base, 'vault'),
    keys: { dir: join(base, 'keys'), ...options },
    isSeen: false,
  });
}

const QUIET = { reading: () => undefined, importing: () => undefined, done: () => undefined };
const NOBODY = { dateOrder: async () => 'DMY' as const, title: async () => undefined };

/** The vault of a place; exports and images of it lie beside its folder. */
export function vaultAt(place: Place): TestVault {
  const { dir, keys } = place;
  const base = dirname(dir);
  const keysDir = keys.dir;
  const house = new VaultHouse(place);
  const write: TestVault['write'] = async (work) => {
    const vault = await house.write({ make: true });
    try {
      return await work(vault);
    } finally {
      await vault.close();
    }
  };
  let images = 0;
  return {
    dir,
    keysDir,
    place,
    house,
    write,
    importText: (name, text, choices = {}) =>
      write((vault) => importInto(vault, join(base, 'exports', name), text, choices)),
    erase: (target) => write(async (vault) => vault.erase(await vault.planErasure(target), 'asked for')),
    undo: (importId, atOnce) => write((vault) => vault.withdraw(importId, atOnce)),
    seen: () => looking(house, seenIn),
    verify: async (deep = true) => {
      const vault = await house.peek();
      return vault.verify(deep, () => undefined).finally(() => vault.close());
    },
    rows: () => rowsOf(place),
    search: (query) =>
      looking(house, async (vault) => {
        const index = await vault.index();
        const found = await searchEntries({ ...vault.views, index }, { query, limit: 1000, order: 'newest' });
        return found.hits.map(({ seq, text }) => `${seq} ${text}`);
      }),
    image: () => {
      const copy = join(base, `image-${images++}`);
      cpSync(dir, join(copy, 'vault'), { recursive: true, filter: (file) => !/-shm$|\.sock$/.test(file) });
      cpSync(keysDir, join(copy, 'keys'), { recursive: true });
      return vaultAt({ ...place, dir: join(copy, 'vault'), keys: { ...keys, dir: join(copy, 'keys') } });
    },
  };
}

/** Takes in one export that is written to `file` first. */
export async function importInto(
  vault: WriteVault,
  file: string,
  text: string,
  choices: Partial<ImportChoices> = {},
): Promise<FileOutcome> {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const importer = new PathImporter(vault.desk, { readmit: false, actor: 'test', ...choices }, NOBODY, QUIET);
  const [outcome] = await importer.importPaths([file]);
  if (outcome === undefined) throw new Error('nothing was imported');
  return outcome;
}

async function looking<T>(
  house: VaultHouse,
  look: (vault: Awaited<ReturnType<VaultHouse['look']>>) => Promise<T>,
): Promise<T> {
  const vault = await house.look({ command: 'test' });
  try {
    return await look(vault);
  } finally {
    await vault.close();
  }
}

/** What an open vault shows; it is closed then. */
export function seenThrough(vault: Awaited<ReturnType<VaultHouse['look']>>): Promise<Seen> {
  return seenIn(vault).finally(() => vault.close());
}

async function seenIn({ views }: Awaited<ReturnType<VaultHouse['look']>>): Promise<Seen> {
  const chats = (await listChats(views))
    .map(({ entries, id, title }) => ({ id, title, entries }))
    .sort((a, b) => a.id - b.id);
  const people = (await listPeople(views)).map(({ id, names }) => ({ id, names }));
  const entries: string[] = [];
  for (const { id } of chats) {
    for await (const batch of entriesOf(views, { chat: id })) {
      for (const { record, seq, versions } of batch) {
        const others = versions.map((one) => ` [${one.seq} ${one.record.kind} ${one.record.text}]`).join('');
        entries.push(`${seq} ${record.author ?? '-'}: ${record.text}${others}`);
      }
    }
  }
  return { chats, people, entries };
}

async function rowsOf(place: Place): Promise<Readonly<Record<string, unknown[][]>>> {
  const engine = engineAt(place);
  const folder = await engine.openFolder();
  const { root } = await unlock(engine.keysOf(folder), keyPlace(place, folder));
  const storage = await storageOf(engine, folder, { root, readonly: true });
  try {
    return await new Projections(storage.projections, storage.blind).snapshot();
  } finally {
    await storage.close();
  }
}

/** An Android export of `[day, author, text]` lines, a minute apart. */
export function androidText(lines: readonly (readonly [day: string, author: string, text: string])[]): string {
  const head = '25/12/2019, 09:00 - Messages and calls are end-to-end encrypted.\n';
  const minute = (at: number): string =>
    `${String(10 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  return head + lines.map(([day, author, text], at) => `${day}, ${minute(at)} - ${author}: ${text}\n`).join('');
}
