// Addresses of databases: what is spoken to in which way, and what is refused before anything is sent.

import assert from 'node:assert/strict';
import { userInfo } from 'node:os';
import { test } from 'node:test';
import { inspect } from 'node:util';
import { ServerError, type ServerErrorCode } from '../../server-error.ts';
import { type DatabaseAddress, parseDatabaseUrl } from './connection-url.ts';

const read = (text: string): DatabaseAddress => parseDatabaseUrl(text, 'ACTA_DATABASE_URL');

function refusal(text: string): { code: ServerErrorCode; reason: unknown } {
  try {
    read(text);
  } catch (error) {
    assert.ok(error instanceof ServerError, text);
    assert.doesNotMatch(inspect(error, { depth: 9, showHidden: true }), /geheim/, text);
    return { code: error.code, reason: error.detail['reason'] ?? error.detail['mode'] };
  }
  assert.fail(`${text} was taken`);
}

test('an address is read as libpq reads it', () => {
  const { password, ...rest } = read('postgres://ana:p%40ss@db.example.org:6543/chats?sslrootcert=/ca.pem');
  assert.deepEqual(rest, {
    setting: 'ACTA_DATABASE_URL',
    host: 'db.example.org',
    port: 6543,
    database: 'chats',
    user: 'ana',
    tls: { rootCert: '/ca.pem' },
    label: 'db.example.org:6543/chats',
  });
  assert.equal(password?.(), 'p@ss');
  const socket = read('postgresql:///chats?host=/run/postgresql&user=ana&port=5433');
  assert.deepEqual([socket.host, socket.port, socket.user, socket.tls], ['/run/postgresql', 5433, 'ana', undefined]);
  assert.equal(read('postgresql://%2Frun%2Fpostgresql/chats').host, '/run/postgresql');
  assert.equal(read('postgresql://ana@/chats?host=/run/postgresql').user, 'ana');
  assert.equal(read('postgresql://[::1]/chats').host, '::1');
  assert.equal(read('postgresql://[2001:db8::7]/chats').label, '[2001:db8::7]:5432/chats');
  assert.equal(read('postgresql://localhost/chats').user, userInfo().username);
});

test('plain text is spoken on this machine only, TLS with proof everywhere else', () => {
  for (const host of ['localhost', '127.0.0.1', '127.9.8.7', '[::1]']) {
    assert.equal(read(`postgresql://${host}/d`).tls, undefined, host);
    assert.equal(read(`postgresql://${host}/d?sslmode=disable`).tls, undefined, host);
    assert.deepEqual(read(`postgresql://${host}/d?sslmode=verify-full`).tls, {}, host);
  }
  const far = [
    'db.example.org',
    '10.0.0.1',
    '128.0.0.1',
    '[::2]',
    'localhost.example.org',
    '127.0.0.1.example.org',
    'LOCALHOST.',
  ];
  for (const host of far) {
    assert.deepEqual(read(`postgresql://${host}/d`).tls, {}, host);
    for (const mode of ['disable', 'allow', 'prefer', 'require', 'no-verify', 'verify-ca', 'VERIFY-FULL', '']) {
      assert.deepEqual(refusal(`postgresql://u:geheim@${host}/d?sslmode=${mode}`), {
        code: 'database-insecure',
        reason: mode,
      });
    }
  }
  assert.deepEqual(read('postgresql://h/d?sslrootcert=system').tls, {});
  assert.equal(refusal('postgresql://localhost/d?sslmode=prefer').code, 'database-insecure');
  assert.equal(refusal('postgresql:///d?host=/run&sslmode=verify-full').code, 'database-insecure');
  assert.equal(refusal('postgresql://localhost/d?host=db.example.org&sslmode=disable').code, 'database-insecure');
  assert.deepEqual(read('postgresql://localhost/d?host=db.example.org').tls, {});
});

test('what is no such address is refused, and its password is nowhere in the refusal', () => {
  const refused: Record<string, string> = {
    '': 'form',
    'mysql://u:geheim@localhost/d': 'form',
    'postgresql://u:geheim@local host/d': 'form',
    'postgresql://u:geheim@localhost:99999999/d': 'form',
    'postgresql://u:geheim@localhost/d#f': 'form',
    'postgresql://u:geheim%zz@localhost/d': 'form',
    'postgresql://u:geheim@localhost/%zz': 'form',
    'postgresql://u:geheim@/d': 'host',
    'postgresql:///d': 'host',
    'postgresql://u:geheim@localhost/': 'database',
    'postgresql://u:geheim@localhost': 'database',
    'postgresql://u:geheim@localhost/a/b': 'database',
    'postgresql://u:geheim@localhost/d?port=0': 'port',
    'postgresql://u:geheim@localhost/d?port=a': 'port',
    'postgresql://u:geheim@localhost/d?host=a,b': 'hosts',
    'postgresql://u:geheim@localhost/d?options=-crole%3Dx': 'parameter',
    'postgresql://u:geheim@localhost/d?ssl=0': 'parameter',
    'postgresql://u:geheim@localhost/d?sslmode=disable&sslmode=verify-full': 'parameter',
    'postgresql://localhost/d?password=geheim': 'parameter',
  };
  for (const [text, reason] of Object.entries(refused))
    assert.deepEqual(refusal(text), { code: 'database-url', reason });
});

test('an address that is printed shows no password', () => {
  const address = read('postgresql://ana:geheim@localhost/d');
  assert.doesNotMatch(inspect(address, { depth: 9, showHidden: true }) + JSON.stringify(address), /geheim/);
});
