// The requests by which somebody signs in, adds a second factor and shows it again. Passkeys go between the browser's own dialog and
// the server as the Web Authentication standard writes them (JSON, Level 3).

import { ApiProblem, request } from './client.ts';

/** Where a password led. */
export type Led = 'signed-in' | 'code-needed';

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

export async function signInWithPassword(email: string, password: string): Promise<Led> {
  const answer = await post('/auth/sign-in/email', { email, password });
  return answer['twoFactorRedirect'] === true ? 'code-needed' : 'signed-in';
}

/** Goes to the organisation's provider, which sends the browser back. */
export async function goToProvider(after: string | undefined): Promise<void> {
  const { url } = await post('/auth/single-sign-on/begin', { after });
  location.assign(String(url));
}

/** Where the provider's answer led, and where the person wanted to go. */
export interface CameBack {
  readonly next: 'in' | 'enrol' | 'code' | 'passkey';
  readonly after?: string;
}

const NEXT = ['in', 'enrol', 'code', 'passkey'] as const;

/** Shows the server what the provider answered. */
export async function showAnswer(answer: string): Promise<CameBack> {
  const { after, next } = await post('/auth/single-sign-on/finish', { answer });
  return {
    next: NEXT.find((one) => one === next) ?? 'enrol',
    ...(typeof after === 'string' ? { after } : {}),
  };
}

/** A code of the application of codes. */
export async function showCode(code: string): Promise<void> {
  await post('/auth/two-factor/verify-totp', { code });
}

/** One of the codes that were kept for when the application is lost. */
export async function showRecoveryCode(code: string): Promise<void> {
  await post('/auth/two-factor/verify-backup-code', { code });
}

export async function signInWithPasskey(): Promise<void> {
  const options = await (await request('/auth/passkey/generate-authenticate-options')).json();
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await chosen(navigator.credentials.get({ publicKey }));
  await post('/auth/passkey/verify-authentication', { response: credential.toJSON() });
}

/** Adds a passkey of this device. */
export async function addPasskey(name: string): Promise<void> {
  const options = await (await request('/auth/passkey/generate-register-options')).json();
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await chosen(navigator.credentials.create({ publicKey }));
  await post('/auth/passkey/verify-registration', { response: credential.toJSON(), name });
}

async function chosen(asked: Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await asked;
    if (credential instanceof PublicKeyCredential) return credential;
  } catch {
    // Whoever closes the browser's dialog has chosen nothing.
  }
  throw new ApiProblem(401, 'passkey-not-chosen');
}

/** An application of codes that is to be added: what it reads, and the codes for when it is lost. */
export interface BegunCodes {
  readonly uri: string;
  readonly recovery: readonly string[];
}

export async function beginCodes(password: string): Promise<BegunCodes> {
  const { backupCodes, totpURI } = await post('/auth/two-factor/enable', { password });
  return { uri: String(totpURI), recovery: Array.isArray(backupCodes) ? backupCodes.map(String) : [] };
}

/** Ten new recovery codes; those before let nobody in any more. */
export async function newRecoveryCodes(password: string): Promise<readonly string[]> {
  const { backupCodes } = await post('/auth/two-factor/generate-backup-codes', { password });
  return Array.isArray(backupCodes) ? backupCodes.map(String) : [];
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await post('/auth/change-password', { currentPassword, newPassword });
}

export async function removeCodes(): Promise<void> {
  await post('/api/v1/session/codes/remove', {});
}

export interface Passkey {
  readonly id: string;
  readonly name?: string;
  readonly createdAt?: string;
}

export async function listPasskeys(): Promise<readonly Passkey[]> {
  return (await request('/auth/passkey/list-user-passkeys')).json();
}

export async function removePasskey(id: string): Promise<void> {
  await post('/auth/passkey/delete-passkey', { id });
}

export async function signOut(): Promise<void> {
  await post('/auth/sign-out', {});
}

/** Shows the second factor again, for what asks for a fresh one. */
export async function confirmWithCode(code: string): Promise<void> {
  await post('/api/v1/session/confirm', { code });
}

export async function makeOwner(owner: {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly token: string;
}): Promise<void> {
  await post('/api/v1/set-up', owner);
}

export interface LookedInvitation {
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

export async function lookAtInvitation(token: string): Promise<LookedInvitation> {
  const { email, name, role } = await post('/api/v1/invitations/look', { token });
  return { name: String(name), email: String(email), role: String(role) };
}

export async function acceptInvitation(taken: {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}): Promise<void> {
  await post('/api/v1/invitations/accept', taken);
}
