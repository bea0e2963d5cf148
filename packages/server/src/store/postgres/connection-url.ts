// The address of a PostgreSQL server, read from a URL. What would speak plain text beyond this machine, or TLS without proof of who
// answers, is refused; so is every parameter that is not known here, because it could undo the rest. No error holds the URL: a
// password stands in it.

import { isIP } from 'node:net';
import { userInfo } from 'node:os';
import { ServerError } from '../../server-error.ts';
import { isLoopback } from '../loopback.ts';

const SCHEME = /^postgres(?:ql)?:\/\//;
/** A URL whose host stands in its parameters, or nowhere, and which names a user: the parser of URLs knows no such form. */
const USER_WITHOUT_HOST = /^(postgres(?:ql)?:\/\/[^@/?#]*@)(?=[/?]|$)/;
const NO_HOST = 'socket.invalid';
const DEFAULT_PORT = 5432;
const PARAMETERS = new Set(['host', 'port', 'user', 'dbname', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey']);
/** `sslrootcert=system`: the authorities that the runtime trusts. */
const SYSTEM = 'system';

/** Which setting an address came from; the sentence of an error names it. */
export type AddressSetting = 'ACTA_DATABASE_URL' | 'ACTA_REPLICA_URL' | 'ACTA_KEYS_URL';

/** Files of a TLS connection; the server's certificate is always checked against its name. */
export interface TlsFiles {
  /** Authorities to trust instead of those that the runtime trusts. */
  readonly rootCert?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Where a database stands and how it is spoken to. */
export interface DatabaseAddress {
  readonly setting: AddressSetting;
  /** A name, an IP address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** The password of the URL. A function, so that nothing that prints an address prints it. */
  readonly password?: () => string;
  /** Undefined: plain text, on this machine only. */
  readonly tls?: TlsFiles;
  /** The address as errors show it: without user and password. */
  readonly label: string;
}

/**
 * Reads `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=verify-full&sslrootcert=FILE`. Beyond this machine TLS is the default
 * and the only choice; on it (a Unix socket, `localhost`, 127.0.0.0/8, ::1) plain text is, unless sslmode asks for TLS.
 * Throws `database-url` and `database-insecure`.
 */
export function parseDatabaseUrl(text: string, setting: AddressSetting): DatabaseAddress {
  const url = parseUrl(text, setting);
  const parameters = parametersOf(url, setting);
  const hostOfUrl = url.hostname === NO_HOST ? '' : decoded(url.hostname.replace(/^\[|\]$/g, ''), setting);
  const host = parameters.get('host') ?? hostOfUrl;
  if (host === '') throw refused(setting, 'host');
  if (host.includes(',')) throw refused(setting, 'hosts');
  const port = Number(parameters.get('port') ?? (url.port || DEFAULT_PORT));
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw refused(setting, 'port');
  const database = parameters.get('dbname') ?? decoded(url.pathname.slice(1), setting);
  if (database === '' || database.includes('/')) throw refused(setting, 'database');
  const user = parameters.get('user') ?? (decoded(url.username, setting) || userInfo().username);
  const password = decoded(url.password, setting);
  const label = isSocketFolder(host) ? `${host}:${port}/${database}` : `${bracketed(host)}:${port}/${database}`;
  const tls = tlsOf({ parameters, host, label, setting });
  return {
    setting,
    host,
    port,
    database,
    user,
    ...(password === '' ? {} : { password: () => password }),
    ...(tls === undefined ? {} : { tls }),
    label,
  };
}

/** The parser's own error quotes the text, so it is dropped. */
function parseUrl(text: string, setting: AddressSetting): URL {
  if (!SCHEME.test(text)) throw refused(setting, 'form');
  try {
    const url = new URL(text.replace(USER_WITHOUT_HOST, `$1${NO_HOST}`));
    if (url.hash !== '') throw refused(setting, 'form');
    return url;
  } catch {
    throw refused(setting, 'form');
  }
}

function parametersOf(url: URL, setting: AddressSetting): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (!PARAMETERS.has(name) || found.has(name)) throw refused(setting, 'parameter', name);
    found.set(name, value);
  }
  return found;
}

function decoded(text: string, setting: AddressSetting): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused(setting, 'form');
  }
}

interface TlsQuestion {
  readonly parameters: ReadonlyMap<string, string>;
  readonly host: string;
  readonly label: string;
  readonly setting: AddressSetting;
}

function tlsOf({ parameters, host, label, setting }: TlsQuestion): TlsFiles | undefined {
  const isLocal = isSocketFolder(host) || isLoopback(host);
  const mode = parameters.get('sslmode') ?? (isLocal ? 'disable' : 'verify-full');
  if (mode === 'disable' && isLocal) return undefined;
  if (mode !== 'verify-full' || isSocketFolder(host)) {
    throw new ServerError('database-insecure', { setting, server: label, mode });
  }
  const rootCert = parameters.get('sslrootcert');
  const [cert, key] = [parameters.get('sslcert'), parameters.get('sslkey')];
  return {
    ...(rootCert === undefined || rootCert === SYSTEM ? {} : { rootCert }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

const isSocketFolder = (host: string): boolean => host.startsWith('/');
const bracketed = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

function refused(setting: AddressSetting, reason: string, name = ''): ServerError {
  return new ServerError('database-url', { setting, reason, name });
}
