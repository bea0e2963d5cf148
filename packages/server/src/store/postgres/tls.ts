// TLS towards PostgreSQL as libpq's `verify-full` has it: a chain to a trusted authority and a certificate for the name that was
// dialled. There is no weaker form, whatever the environment says.

import { readFileSync } from 'node:fs';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import { ServerError } from '../../server-error.ts';
import type { DatabaseAddress } from './connection-url.ts';

/** What the socket is upgraded with; undefined where the address speaks plain text. Throws `file-missing`, `file-unreadable`. */
export function tlsOptions({ host, tls }: DatabaseAddress): ConnectionOptions | undefined {
  if (tls === undefined) return undefined;
  return {
    host,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
    ...(tls.rootCert === undefined ? {} : { ca: read(tls.rootCert) }),
    ...(tls.cert === undefined ? {} : { cert: read(tls.cert) }),
    ...(tls.key === undefined ? {} : { key: read(tls.key) }),
  };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new ServerError(isMissing ? 'file-missing' : 'file-unreadable', { file }, error);
  }
}
