// Outbound webhooks reach the public internet over TLS, and nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFault, isPublicAddress, resolvedAddress } from './hook-address.ts';

test('private, loopback, link-local, metadata, carrier, documentation and mapped addresses are not public', () => {
  const inside =
    '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 127.255.255.254 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 192.0.2.1 198.18.0.1 203.0.113.9 224.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 fe80::1 fc00::1 fd00:ec2::254 ff02::1 64:ff9b::7f00:1 2002:7f00:1:: 2001:db8::1 2001::1 nonsense 127.1';
  for (const address of inside.split(' ')) assert.equal(isPublicAddress(address), false, address);
  for (const address of ['8.8.8.8', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00:1450:4001::200e'])
    assert.equal(isPublicAddress(address), true, address);
});

test('an address is https without a user, unless the operator allows what is private', () => {
  const of = (url: string): string | undefined => addressFault(url, false);
  assert.equal(of('https://crm.example/in?x=1'), undefined);
  assert.equal(of('crm.example'), 'no-url');
  assert.equal(of('http://crm.example/'), 'no-https');
  assert.equal(of('ftp://crm.example/'), 'no-https');
  assert.equal(of('https://me:secret@crm.example/'), 'has-user');
  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:10.0.0.1]',
    '169.254.169.254',
    '017700000001',
  ])
    assert.equal(of(`https://${host}/`), 'private', host);
  assert.equal(addressFault('http://127.0.0.1:9/', true), undefined);
});

test('a name of which any address is private is refused whole, and one is chosen before the call', async () => {
  const reach = (...addresses: readonly string[]) => ({
    allowsPrivate: false,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });
  const url = new URL('https://crm.example/');
  assert.equal(await resolvedAddress(url, reach('8.8.8.8', '10.0.0.1')), 'private');
  assert.equal(await resolvedAddress(url, reach('::1')), 'private');
  assert.equal(await resolvedAddress(url, reach()), 'unresolved');
  assert.deepEqual(await resolvedAddress(url, reach('8.8.8.8')), { address: '8.8.8.8', family: 4 });
  assert.equal(await resolvedAddress(new URL('https://10.0.0.1/'), reach('8.8.8.8')), 'private');
  const failing = { allowsPrivate: false, resolve: async () => Promise.reject(new Error('no such host')) };
  assert.equal(await resolvedAddress(url, failing), 'unresolved');
});
