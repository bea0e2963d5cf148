// Certificates for the tests of TLS, made by openssl where the machine has it: authorities, and servers with a name.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { needsOwnPostgres } from './server.test-support.ts';

const PROGRAM = 'openssl';
const hasOpenssl = spawnSync(PROGRAM, ['version']).status === 0;

/** For tests that start a server with certificates. */
export const needsTls: { readonly skip: string | false } = hasOpenssl
  ? needsOwnPostgres
  : { skip: 'no openssl to make certificates with' };

/** An authority: the file that trusts it, and what it signs. */
export interface Authority {
  readonly file: string;
  /** Certificate and key, in PEM, for a server of these names (`DNS:…`, `IP:…`). */
  readonly sign: (names: string) => { readonly cert: string; readonly key: string };
}

/** An authority that nobody knows, gone when the test ends. */
export function newAuthority(t: TestContext): Authority {
  const dir = mkdtempSync(join(tmpdir(), 'acta-tls-'));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  const at = (name: string): string => join(dir, name);
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.crt'),
    '-subj',
    '/CN=An authority',
    '-days',
    '2',
  );
  return {
    file: at('ca.crt'),
    sign: (names) => {
      writeFileSync(at('names'), `basicConstraints=CA:FALSE\nsubjectAltName=${names}\n`);
      openssl('req', '-new', ...key, '-keyout', at('one.key'), '-out', at('one.csr'), '-subj', '/CN=localhost');
      const signing = [
        '-CA',
        at('ca.crt'),
        '-CAkey',
        at('ca.key'),
        '-CAcreateserial',
        '-days',
        '2',
        '-extfile',
        at('names'),
      ];
      openssl('x509', '-req', '-in', at('one.csr'), '-out', at('one.crt'), ...signing);
      return { cert: readFileSync(at('one.crt'), 'utf8'), key: readFileSync(at('one.key'), 'utf8') };
    },
  };
}

function openssl(...args: readonly string[]): void {
  const done = spawnSync(PROGRAM, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

/** A TCP port of this machine that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise<unknown>((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
