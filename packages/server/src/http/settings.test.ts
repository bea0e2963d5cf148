// Settings are checked for presence and form, name what is wrong, and never show what they hold.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServerError } from '../server-error.ts';
import { settingsOf } from './settings.ts';

test('without any setting the server listens on this machine alone, and no delivery is accepted', () => {
  const { listen, whatsapp } = settingsOf({});
  assert.deepEqual([listen.host, listen.port, listen.tls], ['127.0.0.1', 7070, undefined]);
  assert.deepEqual([whatsapp.appSecrets, whatsapp.apiUrl], [[], 'https://graph.facebook.com']);
});

test('one secret takes the place of another, and several numbers stand in a file', () => {
  const numbers = [
    { id: '1', accessToken: 'EAAx' },
    { id: '2', accessToken: { env: 'SECOND_TOKEN' } },
  ];
  const env = { WHATSAPP_APP_SECRET: ' old , new', SECOND_TOKEN: 'EAAy' };
  const { whatsapp } = settingsOf(env, { name: 'acta.json', text: JSON.stringify({ whatsapp: { numbers } }) });
  assert.deepEqual(whatsapp.appSecrets, ['old', 'new']);
  assert.deepEqual(whatsapp.numbers, [
    { id: '1', accessToken: 'EAAx' },
    { id: '2', accessToken: 'EAAy' },
  ]);
});

test('what is wrong is named by its setting; what it holds is not said', () => {
  const wrong: readonly (readonly [NodeJS.ProcessEnv, string])[] = [
    [{ ACTA_PORT: 'seventy' }, 'ACTA_PORT'],
    [{ ACTA_PORT: '70000' }, 'ACTA_PORT'],
    [{ ACTA_TLS_CERT: '/cert.pem' }, 'ACTA_TLS_KEY'],
    [{ WHATSAPP_APP_SECRET: 'hush1,hush2,hush3' }, 'WHATSAPP_APP_SECRET'],
    [{ WHATSAPP_APP_SECRET: 'hush1,' }, 'WHATSAPP_APP_SECRET'],
    [{ WHATSAPP_ACCESS_TOKEN: 'hush\r\nx: y' }, 'WHATSAPP_ACCESS_TOKEN'],
    [{ WHATSAPP_API_URL: 'http://hush.example' }, 'WHATSAPP_API_URL'],
    [{ ACTA_BEHIND_PROXY: 'maybe' }, 'ACTA_BEHIND_PROXY'],
  ];
  for (const [env, setting] of wrong) {
    assert.throws(
      () => settingsOf(env),
      (error) =>
        error instanceof ServerError &&
        error.code === 'setting-wrong' &&
        error.detail['setting'] === setting &&
        !JSON.stringify([error.detail, error.message]).includes('hush'),
      setting,
    );
  }
  for (const text of ['{', '{"whatsapp":{"numbers":{}}}', '{"whatsapp":{"numbers":[{"id":"1"}]}}']) {
    assert.throws(() => settingsOf({}, { name: 'acta.json', text }), ServerError);
  }
});
