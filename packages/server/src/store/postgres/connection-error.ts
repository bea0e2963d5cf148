// From what PostgreSQL or the socket says to the server's errors. What a driver's error carries beside its code may quote a row or
// an address with its password, so it is left behind: only codes and names of Acta's own tables go on.

import { DatabaseError } from 'pg';
import { ServerError, type ServerErrorCode } from '../../server-error.ts';

/** SQLSTATE that `assert_writer` raises: another writer has taken over. */
const FENCED = 'AC001';

/** By SQLSTATE, else by its class of two characters. */
const CODES: Readonly<Record<string, ServerErrorCode>> = {
  [FENCED]: 'writer-lost',
  '08': 'database-unreachable',
  '57P01': 'database-unreachable',
  '57P02': 'database-unreachable',
  '57P03': 'database-unreachable',
  '57P04': 'database-unreachable',
  '57P05': 'database-unreachable',
  '25P03': 'database-unreachable',
  '28': 'database-refused',
  '3D000': 'database-refused',
  '42501': 'database-permission',
  '25006': 'database-readonly',
  '53100': 'database-full',
  '53300': 'database-busy',
  '55P03': 'database-busy',
  '57014': 'database-busy',
  '40': 'database-busy',
  XX001: 'vault-damaged',
  XX002: 'vault-damaged',
};
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EACCES',
]);
const TLS =
  /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/;
/** The driver has no codes for these. */
const DROPPED =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;
const NO_TLS = /does not support SSL connections|establishing an SSL connection/;
/** Refusals that pass by themselves: the server starts, or has no place at this moment. */
const PASSING = new Set(['57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'EAI_AGAIN']);

/** What is left of a driver's error: codes, and names of tables and constraints. */
class DatabaseFault extends Error {
  readonly code: string;
  readonly table: string | undefined;
  readonly constraint: string | undefined;

  constructor(code: string, error: unknown) {
    super(`PostgreSQL: ${code}`);
    this.name = 'DatabaseFault';
    this.code = code;
    this.table = error instanceof DatabaseError ? error.table : undefined;
    this.constraint = error instanceof DatabaseError ? error.constraint : undefined;
  }
}

/** The server's error for whatever a query or a connection threw; errors of our own pass. `server`: the label of the address. */
export function translated(error: unknown, server: string): unknown {
  if (!(error instanceof Error) || error instanceof ServerError) return error;
  const code = codeOf(error);
  if (code === undefined) return error;
  if (error instanceof DatabaseError) {
    const known = CODES[code] ?? CODES[code.slice(0, 2)] ?? 'database-failed';
    const detail = known === 'vault-damaged' ? { file: server } : { server, sqlstate: code };
    return new ServerError(known, detail, new DatabaseFault(code, error));
  }
  return new ServerError(
    TLS.test(code) ? 'database-tls' : 'database-unreachable',
    { server, reason: code },
    new DatabaseFault(code, error),
  );
}

/** Whether the connection is gone: what was asked on it may have been done or not. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof ServerError) return error.code === 'database-unreachable';
  const code = error instanceof Error ? codeOf(error) : undefined;
  if (code === undefined) return false;
  return error instanceof DatabaseError ? code.startsWith('08') || code.startsWith('57P') : true;
}

/** Whether a connection that was refused is worth another attempt. */
export function isPassing(error: unknown): boolean {
  const code = error instanceof Error ? codeOf(error) : undefined;
  return code !== undefined && PASSING.has(code);
}

/** A code for what went wrong; undefined for what is no fault of a database or its connection. */
function codeOf(error: Error): string | undefined {
  if (error instanceof DatabaseError) return error.code ?? 'XX000';
  if (NO_TLS.test(error.message)) return 'ERR_TLS_NOT_OFFERED';
  if (DROPPED.test(error.message)) return 'ECONNRESET';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && (SOCKET.has(code) || TLS.test(code))) return code;
  // Several addresses of one name were tried: the first says enough.
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return undefined;
}
