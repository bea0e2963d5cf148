// A path that a Unix socket can have: they end at about 108 bytes, and a longer one is reached through a short link to its folder.

import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const LONGEST_PATH = 96;

/** The path, or a short way to it, and how that way is removed again. */
export function shortened(path: string): { readonly path: string; readonly remove: () => void } {
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'acta-'));
  symlinkSync(dirname(path), join(folder, 'v'));
  return { path: join(folder, 'v', basename(path)), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
