// The types of the interface as TypeScript, from what a server over an empty vault says of itself.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { VaultHouse } from '../../packages/server/src/assembly/vault-house.ts';
import { apiPartsOf } from '../../packages/server/src/cli/serving-api.ts';
import { apiDescription } from '../../packages/server/src/http/api/description.ts';

/** Where the types stand. */
export const CLIENT_FILE: string = fileURLToPath(new URL('../../packages/server/client/schema.ts', import.meta.url));

const HEAD = `// Generated from the description of the interface (OpenAPI 3.1) by \`npm run client\`; not to be edited.

`;

// Its types cannot be checked here, so it is run as the program that it is too.
const GENERATOR = fileURLToPath(new URL('../../node_modules/openapi-typescript/bin/cli.js', import.meta.url));
const MOST_BYTES = 16 << 20;

/** What the file must hold. */
export async function clientSource(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'acta-client-'));
  try {
    const file = join(dir, 'openapi.json');
    await writeFile(file, await description(dir));
    const typed = [GENERATOR, file, '--alphabetize'];
    const { stdout } = await promisify(execFile)(process.execPath, typed, { maxBuffer: MOST_BYTES });
    return HEAD + stdout.slice(stdout.indexOf('export '));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** The description of the interface, JSON. */
async function description(dir: string): Promise<string> {
  const house = new VaultHouse({ dir: join(dir, 'vault'), keys: { dir: join(dir, 'keys') }, isSeen: false });
  const vault = await house.write({ make: true });
  try {
    return await apiDescription(apiPartsOf(vault, { allowsPrivateHooks: false }, { now: () => new Date() }));
  } finally {
    await vault.close();
  }
}
