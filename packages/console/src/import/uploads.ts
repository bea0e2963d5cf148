// Files on their way up, whichever page is open: each in pieces, one after another, going on by itself when the server is there again.
// The server keeps what arrived, so that a file that is added again goes on where it was.

import { useSyncExternalStore } from 'react';
import { api, ask, request } from '../api/client.ts';
import { nextChunk, remedyFor, type UploadProblem } from './chunks.ts';

export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  /** As the server names it, once it knows of it. */
  readonly key?: string;
  /** All of it has arrived; it stands here until the list says so too. */
  readonly isSent: boolean;
  /** The server does not answer; it is tried again. */
  readonly isWaiting: boolean;
  readonly problem?: UploadProblem;
  readonly freeBytes?: number;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

let uploads: readonly Upload[] = [];
let last = 0;
let turn: Promise<void> = Promise.resolve();
const told = new Set<() => void>();

function become(next: readonly Upload[]): void {
  uploads = next;
  for (const tell of told) tell();
}

function change(id: number, next: Partial<Upload>): void {
  become(uploads.map((upload) => (upload.id === id ? { ...upload, ...next } : upload)));
}

const isThere = (id: number): boolean => uploads.some((upload) => upload.id === id);

/** Files that go up from here, or could not. */
export function useUploads(): readonly Upload[] {
  return useSyncExternalStore(
    (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
    () => uploads,
  );
}

/** Adds files; `moved` is told whenever the server knows more of one. */
export function addFiles(files: readonly File[], moved: () => void): void {
  for (const file of files) {
    const id = ++last;
    become([...uploads, { id, name: file.name, sizeBytes: file.size, isSent: false, isWaiting: false }]);
    turn = turn.then(() => send(id, file, moved)).finally(moved);
  }
}

/** Forgets one that could not go up, or goes up no more. */
export function dropUpload(id: number): void {
  become(uploads.filter((upload) => upload.id !== id));
}

async function send(id: number, file: File, moved: () => void): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  while (isThere(id)) {
    try {
      const { key, receivedBytes } = await begin(file);
      change(id, { key, isWaiting: false });
      moved();
      await sendFrom(id, file, { key, receivedBytes });
      change(id, { isSent: true });
      return;
    } catch (error) {
      const remedy = remedyFor(error);
      if (remedy.act === 'give-up') {
        const { freeBytes, problem } = remedy;
        change(id, { problem, isWaiting: false, ...(freeBytes === undefined ? {} : { freeBytes }) });
        return;
      }
      change(id, { isWaiting: remedy.act === 'again' });
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    }
  }
}

function begin(file: File): Promise<{ readonly key: string; readonly receivedBytes: number }> {
  const body = { name: file.name, sizeBytes: file.size, changedMs: Math.max(0, file.lastModified) };
  return ask(api.POST('/api/v1/imports', { body }));
}

interface Arrived {
  readonly key: string;
  readonly receivedBytes: number;
  readonly state?: string;
}

async function sendFrom(id: number, file: File, begun: Arrived): Promise<void> {
  let arrived = begun;
  for (;;) {
    const chunk = nextChunk(arrived.receivedBytes, file.size);
    if (chunk === undefined || !isThere(id)) return;
    // Read here, so that a file that is gone is told from a server that is.
    const bytes = await file.slice(chunk.from, chunk.to).arrayBuffer();
    const response = await request(`/api/v1/imports/${arrived.key}/bytes?offset=${chunk.from}`, {
      method: 'POST',
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    });
    arrived = (await response.json()) as Arrived;
    change(id, { isWaiting: false });
    if (arrived.state !== 'uploading') return;
  }
}
