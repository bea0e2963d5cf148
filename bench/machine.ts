// The machine that the figures are of, and how busy it was: without it no two runs can be laid side by side.

import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { plainVersion } from './plain-archive.ts';

export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  readonly sqlite: string;
  readonly chatParser: string;
}

/** Facts that do not change during a run. */
export function machine(): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    node: process.versions.node,
    sqlite: plainVersion(),
    chatParser: chatParserVersion(),
  };
}

/** Runnable processes in the last minute; on an idle machine about one while the bench runs. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

function chatParserVersion(): string {
  const file = new URL('../node_modules/whatsapp-chat-parser/package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return version;
}
