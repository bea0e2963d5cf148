// Who is let in of those whom a provider names: by subject first, by a verified address else, and by nothing else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Account, Invitation } from './accounts.ts';
import { type AdmissionFacts, type AdmissionRules, admissionOf, showedTwoFactors } from './admission.ts';
import type { Proven } from './provider.ts';

const RULES: AdmissionRules = { domains: [], verifiedClaim: 'email_verified', acr: [] };
const NOBODY: AdmissionFacts = { linked: undefined, account: undefined, invitation: undefined };
const ACCOUNT: Account = {
  id: 'a',
  name: 'Ana',
  email: 'ana@example.mx',
  role: 'agent',
  hasTextGrant: false,
  hasCode: true,
  hasPassword: true,
  passkeys: 0,
  left: false,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const INVITATION: Invitation = {
  id: 'i',
  email: 'ana@example.mx',
  name: 'Ana',
  role: 'agent',
  expiresAt: '2026-02-01T00:00:00.000Z',
};

function proven(claims: Proven['claims'], issuer = 'https://id.example.mx'): Proven {
  return { issuer, subject: 's', claims };
}

test('whatever the claims are, nobody gets in without an account, an invitation or an open domain, nor becomes an owner', () => {
  const word = fc.constantFrom('owner', 'agent', 'ana@example.mx', 'a@open.mx', true, 'true', 1, null, ['owner']);
  const names = fc.constantFrom('email', 'email_verified', 'hd', 'groups', 'roles', 'amr', 'sub', 'name');
  const claims = fc.dictionary(names, fc.oneof(word, fc.string(), fc.anything()));
  fc.assert(
    fc.property(claims, (said) => {
      assert.equal(admissionOf(proven(said), NOBODY, RULES).kind, 'refused');
      const opened = admissionOf(proven(said), NOBODY, { ...RULES, domains: ['open.mx'] });
      assert.notEqual(opened.kind === 'new' ? opened.mapped.role : undefined, 'owner');
      if (opened.kind === 'new') assert.match(opened.email, /@open\.mx$/);
      const left = { ...NOBODY, account: { ...ACCOUNT, left: true } };
      assert.equal(admissionOf(proven(said), left, RULES).kind, 'refused');
      const ended = { ...NOBODY, linked: { ...ACCOUNT, left: true } };
      assert.equal(admissionOf(proven(said), ended, { ...RULES, domains: ['open.mx'] }).kind, 'refused');
    }),
  );
});

test('an address counts where the claim that the owner named says that it is verified', () => {
  const kindOf = (claims: Proven['claims'], rules: AdmissionRules = RULES, issuer?: string): string =>
    admissionOf(proven({ email: 'ana@example.mx', ...claims }, issuer), { ...NOBODY, invitation: INVITATION }, rules)
      .kind;
  for (const truth of [true, 'true', 1, '1']) assert.equal(kindOf({ email_verified: truth }), 'invited');
  for (const no of [undefined, false, 'false', 0, 'yes', {}, ['true']])
    assert.equal(kindOf({ email_verified: no }), 'refused');
  assert.equal(kindOf({ email_verified: true }, { ...RULES, verifiedClaim: 'xms_edov' }), 'refused');
  assert.equal(kindOf({ xms_edov: true }, { ...RULES, verifiedClaim: 'xms_edov' }), 'invited');
  const google = 'https://accounts.google.com';
  assert.equal(
    kindOf({ email_verified: true }, RULES, google),
    'refused',
    'an address of a domain that is not Google’s',
  );
  assert.equal(kindOf({ email_verified: true, hd: 'example.mx' }, RULES, google), 'invited');
});

test('an address that is no address is none', () => {
  for (const email of ['ana', 'a@b@example.mx', 'ana @example.mx', '', 7, null, ['ana@example.mx']]) {
    const refused = admissionOf(proven({ email, email_verified: true }), { ...NOBODY, invitation: INVITATION }, RULES);
    assert.deepEqual([refused.kind, 'rule' in refused && refused.rule], ['refused', 'address-missing']);
  }
});

test('two factors are what the token says in so many words', () => {
  const shows = (claims: Proven['claims']): boolean =>
    showedTwoFactors(proven(claims), { ...RULES, acr: ['urn:strong'] });
  assert.deepEqual([{ amr: ['pwd', 'mfa'] }, { amr: ['hwk'] }, { amr: 'mfa' }, { acr: 'urn:strong' }].map(shows), [
    true,
    true,
    true,
    true,
  ]);
  assert.deepEqual(
    [{}, { amr: ['pwd', 'otp'] }, { amr: [['mfa']] }, { acr: '1' }, { acr: ['urn:strong'] }, { mfa: true }].map(shows),
    [false, false, false, false, false, false],
  );
});
