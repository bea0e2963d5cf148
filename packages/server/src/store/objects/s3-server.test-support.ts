// The S3 server that tests are given by their environment (tests/s3/start-*.sh print it), the hands of its operator, and a
// line to it that can be watched, bent and cut.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { promisify } from 'node:util';
import { S3 } from '@aws-sdk/client-s3';
import { ObjectStore } from '../object-store.ts';
import type { StoreUnderTest } from './object-promises.test-support.ts';
import { parseS3Address, type S3Address } from './s3-address.ts';
import { S3Bucket } from './s3-bucket.ts';
import { S3Shelf } from './s3-shelf.ts';

const CELL_HEX = '03'.repeat(16);
const { env } = process;

interface Needed {
  readonly skip: string | false;
}

/** For tests that need the server: why they cannot run here, if they cannot. */
export const needsServer: Needed = needing('ACTA_TEST_S3_URL', 'no S3 server is given');

/** For tests that kill the server. */
export const needsKill: Needed = needing('ACTA_TEST_S3_KILL', 'no S3 server that can be killed is given');

/** For the test with a key that may do nothing. */
export const needsStranger: Needed = needing('ACTA_TEST_S3_STRANGER', 'no S3 key without rights is given');

/** For the test of object lock. */
export const needsLocks: Needed = needing('ACTA_TEST_S3_LOCKS', 'no S3 server with object lock is given');

function needing(variable: string, missing: string): Needed {
  return { skip: env[variable] === undefined ? `${missing}: ${variable}, see docs/object-storage.md` : false };
}

/** A bucket of its own for one test, and a store in it. */
export interface S3UnderTest extends StoreUnderTest {
  readonly address: S3Address;
  /** What a process is given for the same bucket. */
  readonly url: string;
  readonly raw: S3;
  readonly waitingDir: string;
  readonly keyOf: (object: string) => string;
  /** Another store over the same bucket. */
  readonly again: (options?: AgainOptions) => ObjectStore;
}

export interface AgainOptions {
  readonly endpoint?: string;
  readonly patienceMs?: number;
  readonly change?: Partial<S3Address>;
}

let buckets = 0;

/** Makes a bucket on the server and a store in it. */
export async function openS3(t: TestContext, hasLocks = false): Promise<S3UnderTest> {
  const given = parseS3Address(env['ACTA_TEST_S3_URL'] ?? '');
  const bucket = `${given.bucket}-${process.pid}-${Date.now()}-${++buckets}`;
  const url = (env['ACTA_TEST_S3_URL'] ?? '').replace(given.bucket, bucket);
  const address = { ...given, bucket };
  const raw = new S3({
    region: address.region,
    forcePathStyle: address.isPathStyle,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(address.endpoint === undefined ? {} : { endpoint: address.endpoint }),
  });
  await raw.createBucket({ Bucket: address.bucket, ...(hasLocks ? { ObjectLockEnabledForBucket: true } : {}) });
  const waitingDir = mkdtempSync(join(tmpdir(), 'acta-objects-'));
  const stores: ObjectStore[] = [];
  const again = ({ change, endpoint, patienceMs }: AgainOptions = {}): ObjectStore => {
    const moved = { ...address, ...change, ...(endpoint === undefined ? {} : { endpoint }) };
    const opened = new S3Bucket({
      address: moved,
      now: () => new Date(),
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
    const shelf = new S3Shelf({ bucket: opened, prefix: moved.prefix, cellHex: CELL_HEX, waitingDir });
    stores.push(new ObjectStore(shelf, Buffer.from(CELL_HEX, 'hex')));
    return stores.at(-1) ?? assert.fail();
  };
  const keyOf = (object: string): string => `${address.prefix}/${CELL_HEX}/${object}`;
  t.after(async () => {
    for (const store of stores) await store.close();
    await emptied(raw, address.bucket, hasLocks);
    raw.destroy();
    rmSync(waitingDir, { recursive: true, force: true });
  });
  const replace: StoreUnderTest['replace'] = async (object, change) => {
    const at = { Bucket: address.bucket, Key: keyOf(object) };
    const bytes = Buffer.from((await (await raw.getObject(at)).Body?.transformToByteArray()) ?? []);
    await raw.putObject({ ...at, Body: change(bytes) });
  };
  const leftovers = async (): Promise<string[]> => {
    const uploads = await raw.listMultipartUploads({ Bucket: address.bucket });
    return [...readdirSync(waitingDir), ...(uploads.Uploads ?? []).map(({ Key }) => Key ?? '')];
  };
  return { address, url, raw, waitingDir, keyOf, again, store: again(), replace, leftovers };
}

/** Kills every process of the server. */
export async function killServer(): Promise<void> {
  await ran(env['ACTA_TEST_S3_KILL']);
}

/** Starts the server again, with what it held. */
export async function startServer(): Promise<void> {
  await ran(env['ACTA_TEST_S3_START']);
}

async function ran(command: string | undefined): Promise<void> {
  assert.ok(command !== undefined);
  await promisify(execFile)('sh', ['-c', command]);
}

async function emptied(raw: S3, Bucket: string, hasLocks: boolean): Promise<void> {
  const bypass = hasLocks ? { BypassGovernanceRetention: true } : {};
  const { Uploads = [] } = await raw.listMultipartUploads({ Bucket });
  for (const { Key, UploadId } of Uploads) await raw.abortMultipartUpload({ Bucket, Key, UploadId });
  for (;;) {
    const { DeleteMarkers = [], Versions = [] } = await raw.listObjectVersions({ Bucket });
    if (Versions.length + DeleteMarkers.length === 0) break;
    const left = [...Versions, ...DeleteMarkers];
    const removeSome = async (): Promise<void> => {
      for (let one = left.pop(); one !== undefined; one = left.pop()) {
        const { Key, VersionId } = one;
        await raw.deleteObject({ Bucket, Key, ...bypass, ...(VersionId === 'null' ? {} : { VersionId }) });
      }
    };
    await Promise.all(Array.from({ length: 16 }, removeSome));
  }
  await raw.deleteBucket({ Bucket });
}

/** A line to the server. */
export interface Line {
  readonly endpoint: string;
  /** Bytes that went to the server. */
  readonly sentBytes: () => number;
}

/** What a line does to bytes on their way: gives them on, changed or not, or undefined to cut the connection. */
export type Bend = (bytes: Buffer, sentBytes: number) => Buffer | undefined;

const asItIs: Bend = (bytes) => bytes;

/** A line on this machine to the endpoint of an address. */
export async function lineTo(
  t: TestContext,
  { endpoint }: S3Address,
  { there = asItIs, back = asItIs }: { readonly there?: Bend; readonly back?: Bend },
): Promise<Line> {
  const target = new URL(endpoint ?? assert.fail());
  let sentBytes = 0;
  let gotBytes = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    const passed = (to: Socket, bytes: Buffer | undefined): unknown => (bytes === undefined ? cut() : to.write(bytes));
    near.on('data', (bytes: Buffer) => {
      sentBytes += bytes.length;
      passed(far, there(bytes, sentBytes));
    });
    far.on('data', (bytes: Buffer) => {
      gotBytes += bytes.length;
      passed(near, back(bytes, gotBytes));
    });
    near.on('close', cut);
    far.on('close', cut);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const bound = server.address();
  assert.ok(bound !== null && typeof bound === 'object');
  return { endpoint: `http://127.0.0.1:${bound.port}`, sentBytes: () => sentBytes };
}
