// Single sign-on is set by the environment or the file; what is wrong is named, what it holds is not said.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ServerError } from '../server-error.ts';
import { settingsOf } from './settings.ts';

const ENV = {
  ACTA_URL: 'https://acta.example.mx',
  ACTA_OIDC_ISSUER: 'https://id.example.mx/realm',
  ACTA_OIDC_CLIENT_ID: 'acta',
  ACTA_OIDC_CLIENT_SECRET: 'hush',
  ACTA_OIDC_LABEL: 'Sign in with the office',
};

function fileOf(singleSignOn: unknown): { readonly name: string; readonly text: string } {
  return { name: 'acta.json', text: JSON.stringify({ singleSignOn }) };
}

test('without an issuer there is no single sign-on, and the least is opened by default', () => {
  assert.equal(settingsOf({}).signOn, undefined);
  const { signOn } = settingsOf(ENV);
  assert.deepEqual(signOn?.rules, { domains: [], verifiedClaim: 'email_verified', acr: [] });
  assert.deepEqual(
    [signOn?.provider.callback, signOn?.passwords, signOn?.provider.clientAuth],
    ['https://acta.example.mx/sign-in/back', 'everybody', 'basic'],
  );
});

test('the file says the rest, the environment goes before, and a secret may lie elsewhere', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'acta-secret-'));
  t.after(() => rm(dir, { recursive: true }));
  const secret = join(dir, 'secret');
  writeFileSync(secret, 'of a file\n');
  const said = {
    issuer: 'https://id.example.org',
    clientId: 'of the file',
    clientSecret: { env: 'THE_SECRET' },
    label: 'Keycloak',
    domains: ['Example.mx'],
    acr: 'urn:strong urn:stronger',
    roles: { claim: 'groups', values: { leads: 'compliance', desk: 'agent' } },
    teamClaim: 'department',
    passwords: 'owners',
  };
  const { ACTA_URL } = ENV;
  const { signOn } = settingsOf({ ACTA_URL, THE_SECRET: 'there', ACTA_OIDC_CLIENT_ID: 'acta' }, fileOf(said));
  assert.deepEqual([signOn?.provider.clientId, signOn?.provider.clientSecret], ['acta', 'there']);
  assert.deepEqual(signOn?.rules.roles?.values, [
    ['leads', 'compliance'],
    ['desk', 'agent'],
  ]);
  assert.deepEqual([signOn?.rules.domains, signOn?.rules.acr], [['example.mx'], ['urn:strong', 'urn:stronger']]);
  assert.equal(signOn?.passwords, 'owners');
  const { ACTA_OIDC_CLIENT_SECRET: _, ...env } = ENV;
  const own = settingsOf({ ...env, ACTA_OIDC_CLIENT_SECRET_FILE: secret }).signOn;
  assert.equal(own?.provider.clientSecret, 'of a file');
});

test('what is wrong is named by its setting', () => {
  const wrong: readonly (readonly [NodeJS.ProcessEnv, string])[] = [
    [{ ACTA_OIDC_ISSUER: 'http://hush.example' }, 'ACTA_OIDC_ISSUER'],
    [{ ACTA_OIDC_ISSUER: 'https://u:hush@id.example' }, 'ACTA_OIDC_ISSUER'],
    [{ ACTA_OIDC_ISSUER: '' }, 'ACTA_OIDC_ISSUER'],
    [{ ACTA_URL: '' }, 'ACTA_URL'],
    [{ ACTA_URL: 'http://acta.example.mx' }, 'ACTA_URL'],
    [{ ACTA_OIDC_CLIENT_SECRET: '' }, 'ACTA_OIDC_CLIENT_SECRET'],
    [{ ACTA_OIDC_CLIENT_SECRET_FILE: '/nowhere' }, 'ACTA_OIDC_CLIENT_SECRET_FILE'],
    [{ ACTA_OIDC_LABEL: '' }, 'ACTA_OIDC_LABEL'],
    [{ ACTA_OIDC_DOMAINS: 'hush' }, 'ACTA_OIDC_DOMAINS'],
    [{ ACTA_OIDC_PASSWORDS: 'hush' }, 'ACTA_OIDC_PASSWORDS'],
    [{ ACTA_OIDC_CLIENT_AUTH: 'hush' }, 'ACTA_OIDC_CLIENT_AUTH'],
  ];
  for (const [env, setting] of wrong) assert.throws(() => settingsOf({ ...ENV, ...env }), isWrong(setting), setting);
  const files: readonly (readonly [unknown, string])[] = [
    [{ domain: ['example.mx'] }, 'singleSignOn.domain'],
    [{ roles: { claim: 'groups', values: { leads: 'owner' } } }, 'singleSignOn.roles'],
    [{ roles: { claim: 'groups' } }, 'singleSignOn.roles'],
    ['hush', 'singleSignOn'],
  ];
  for (const [said, setting] of files) assert.throws(() => settingsOf(ENV, fileOf(said)), isWrong(setting), setting);
});

function isWrong(setting: string): (error: unknown) => boolean {
  return (error) =>
    error instanceof ServerError &&
    error.code === 'setting-wrong' &&
    error.detail['setting'] === setting &&
    !JSON.stringify([error.detail, error.message]).includes('hush');
}
