// TLS to a real server: who cannot prove to be the one that was dialled gets no password, and no question.

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { inspect } from 'node:util';
import { ServerError, type ServerErrorCode } from '../../server-error.ts';
import { DatabasePool } from './connection.ts';
import { parseDatabaseUrl } from './connection-url.ts';
import { asking, otherCluster } from './server.test-support.ts';
import { type Authority, freePort, needsTls, newAuthority } from './tls.test-support.ts';

const PASSWORD = 'geheim-of-a-test';

/** A server on a port of this machine that takes a password, over TLS alone if it has a certificate. */
async function serverWith(t: TestContext, identity?: ReturnType<Authority['sign']>): Promise<number> {
  const port = await freePort();
  const tls = { ssl: 'on', ssl_cert_file: 'server.crt', ssl_key_file: 'server.key' };
  const server = await otherCluster(t, {
    settings: { listen_addresses: '127.0.0.1', port: String(port), ...(identity === undefined ? {} : tls) },
    files: identity === undefined ? {} : { 'server.crt': identity.cert, 'server.key': identity.key },
    access: [
      'local all all trust',
      `${identity === undefined ? 'host' : 'hostssl'} all all 127.0.0.1/32 scram-sha-256`,
    ],
  });
  await asking(server.url('postgres'), `create role ana login password '${PASSWORD}'`);
  return port;
}

/** What asking a server gives: whether it spoke TLS, or the code of the refusal. */
async function ask(host: string, port: number, parameters: string): Promise<boolean | ServerErrorCode> {
  const url = `postgresql://ana:${PASSWORD}@${host}:${port}/postgres?${parameters}`;
  const pool = new DatabasePool({ address: parseDatabaseUrl(url, 'ACTA_DATABASE_URL'), applicationName: 'acta test' });
  try {
    const [row] = await pool.query<{ ssl: boolean }>('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
    return row?.ssl ?? false;
  } catch (error) {
    assert.ok(error instanceof ServerError, inspect(error));
    assert.ok(!inspect(error, { depth: 9, showHidden: true }).includes(PASSWORD));
    return error.code;
  } finally {
    await pool.close();
  }
}

test('a server is believed by its authority and its name, and by nothing less', needsTls, async (t) => {
  const [authority, other] = [newAuthority(t), newAuthority(t)];
  const port = await serverWith(t, authority.sign('DNS:localhost,IP:127.0.0.1'));
  const trusted = `sslmode=verify-full&sslrootcert=${encodeURIComponent(authority.file)}`;
  assert.equal(await ask('localhost', port, trusted), true);
  assert.equal(await ask('127.0.0.1', port, trusted), true);
  assert.equal(
    await ask('127.0.0.1', port, `sslmode=verify-full&sslrootcert=${encodeURIComponent(other.file)}`),
    'database-tls',
  );
  assert.equal(await ask('127.0.0.1', port, 'sslmode=verify-full'), 'database-tls');
  assert.equal(await ask('127.0.0.1', port, 'sslmode=disable'), 'database-refused');
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  t.after(() => delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']);
  assert.equal(await ask('127.0.0.1', port, 'sslmode=verify-full'), 'database-tls');
});

test('an authority’s file that is not there is named before anything is asked', () => {
  const address = parseDatabaseUrl('postgresql://db.example.org/d?sslrootcert=none.pem', 'ACTA_DATABASE_URL');
  assert.throws(
    () => new DatabasePool({ address, applicationName: 'acta test' }),
    (error) => error instanceof ServerError && error.code === 'file-missing' && error.detail['file'] === 'none.pem',
  );
});

test('a certificate for another name, or without the address that was dialled, proves nothing', needsTls, async (t) => {
  const authority = newAuthority(t);
  const port = await serverWith(t, authority.sign('DNS:db.example.org'));
  const trusted = `sslmode=verify-full&sslrootcert=${encodeURIComponent(authority.file)}`;
  for (const host of ['localhost', '127.0.0.1']) assert.equal(await ask(host, port, trusted), 'database-tls', host);
});

test('a server without TLS is asked nothing, where TLS is wanted', needsTls, async (t) => {
  const port = await serverWith(t);
  assert.equal(await ask('127.0.0.1', port, 'sslmode=verify-full'), 'database-tls');
  assert.equal(await ask('127.0.0.1', port, 'sslmode=disable'), false);
});

test('who answers that it has no TLS has heard no more than the question for it', async (t) => {
  const heard: Buffer[] = [];
  const impostor = createServer((socket) => {
    socket.on('data', (bytes) => {
      heard.push(bytes);
      socket.write('N');
    });
    socket.on('error', () => undefined);
  });
  const port = await freePort();
  await new Promise<void>((done) => impostor.listen(port, '127.0.0.1', done));
  t.after(() => impostor.close());
  assert.equal(await ask('127.0.0.1', port, 'sslmode=verify-full'), 'database-tls');
  assert.deepEqual(Buffer.concat(heard), Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]));
});
