// Where an outbound webhook may go: to the public internet over TLS, and nowhere else unless the operator allows it. A name is resolved
// once and the connection goes to what it was resolved to, so that nothing can be put in its place between the check and the call.
// (The ranges: IANA special-purpose address registries, RFC 6890.)

import type { LookupAddress } from 'node:dns';
import { BlockList, isIP, isIPv4 } from 'node:net';

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv4');
}
/** Of IPv6 only global unicast is public, without what leads back to IPv4 or stands for documentation. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv6');
}

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !PRIVATE.check(address, 'ipv4');
  return isIP(address) === 6 && GLOBAL.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6');
}

export type AddressFault = 'no-url' | 'no-https' | 'has-user' | 'private' | 'unresolved';

/** What is wrong with a URL by its form; undefined where nothing is. */
export function addressFault(said: string, allowsPrivate: boolean): AddressFault | undefined {
  if (!URL.canParse(said)) return 'no-url';
  const { hostname, password, protocol, username } = new URL(said);
  if (protocol !== 'https:' && !(allowsPrivate && protocol === 'http:')) return 'no-https';
  if (username !== '' || password !== '') return 'has-user';
  const host = hostname.replace(BRACKETS, '');
  if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return 'private';
  return undefined;
}

const BRACKETS = /^\[|\]$/g;

/** Resolves a host to all its addresses. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** The one address that is called; a host of which any address is private is refused whole. */
export async function resolvedAddress(
  url: URL,
  { allowsPrivate, resolve }: { readonly allowsPrivate: boolean; readonly resolve: Resolve },
): Promise<LookupAddress | AddressFault> {
  const host = url.hostname.replace(BRACKETS, '');
  const family = isIP(host);
  const found = family === 0 ? await resolve(host).catch(() => []) : [{ address: host, family }];
  const [first] = found;
  if (first === undefined) return 'unresolved';
  return allowsPrivate || found.every(({ address }) => isPublicAddress(address)) ? first : 'private';
}
