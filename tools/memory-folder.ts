// A temporary folder in memory for the tests, where the machine has one with room: they write thousands of small durable
// files, and a disk that waits for each proves nothing more. Elsewhere the usual temporary folder serves.

import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 4 * 2 ** 30;

/** The folder for what need not outlive a test: in memory where there is room. */
export function fastFolder(): string {
  return hasRoom() ? MEMORY : tmpdir();
}

/** Runs `work` with a temporary folder that is gone afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(fastFolder(), 'acta-check-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}
