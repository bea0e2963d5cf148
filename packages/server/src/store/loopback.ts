// Where bytes may go in the clear: to this machine, which they do not leave.

import { isIP } from 'node:net';

/** @param host a name or an address, with brackets or without them */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
