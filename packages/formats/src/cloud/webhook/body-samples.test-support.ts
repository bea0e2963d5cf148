// Webhook bodies for tests: those of other projects' suites and our own, to the byte.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const vectors = fileURLToPath(new URL('../../../../../vectors/', import.meta.url));
type Origin = 'samples' | 'payloads';
const folders: Readonly<Record<Origin, string>> = {
  samples: `${vectors}samples/cloudapi/`,
  payloads: `${vectors}cloud/payloads/`,
};

export interface BodySample {
  readonly name: string;
  readonly body: Uint8Array;
}

/** Reads a file of `vectors/cloud`. */
export function cloudVector(name: string): unknown {
  return JSON.parse(readFileSync(`${vectors}cloud/${name}`, 'utf8'));
}

/** @returns every body of one origin, by name */
export function bodySamples(origin: Origin): readonly BodySample[] {
  const folder = folders[origin];
  const names = globSync('**/*.json', { cwd: folder }).map((name) => name.replaceAll('\\', '/'));
  return names.sort().map((name) => ({ name, body: new Uint8Array(readFileSync(folder + name)) }));
}
