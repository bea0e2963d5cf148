// Signing in by the organisation's provider: who comes back from there, whether they are let in, and what that changes here. It
// begins no session: who asks for one, and what a second factor is still missing, is for http/console/single-sign-on.ts.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Account, Accounts } from './accounts.ts';
import {
  type Admission,
  type AdmissionRefusal,
  type AdmissionRules,
  admissionOf,
  emailOf,
  showedTwoFactors,
} from './admission.ts';
import {
  type Attempt,
  type Proven,
  Provider,
  ProviderError,
  type ProviderFault,
  type ProviderSettings,
} from './provider.ts';
import type { Mapped, WaitingLink } from './provider-links.ts';

export interface SingleSignOnSettings {
  readonly provider: ProviderSettings;
  readonly rules: AdmissionRules;
  /** Of the provider, on the button. */
  readonly label: string;
}

/** Why nobody came in. */
export type SignOnRefusal = ProviderFault | AdmissionRefusal | 'attempt-gone';

/** What changed here when somebody came in, for the records. */
export type SignOnChange = 'provider-link' | 'invitation-accept' | 'provider-account' | 'provider-role';

export type SignedOn =
  | { readonly kind: 'refused'; readonly rule: SignOnRefusal; readonly account?: Account }
  | {
      readonly kind: 'in';
      readonly account: Account;
      readonly isWhole: boolean;
      readonly changes: readonly SignOnChange[];
      /** For when the person has shown a second factor of theirs. */
      readonly waiting?: WaitingLink;
      /** Where the person wanted to go. */
      readonly after?: string;
    };

interface Kept extends Attempt {
  readonly after?: string;
  readonly untilMs: number;
}

const ATTEMPT_MS = 10 * 60_000;
const LONGEST_AFTER = 500;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Whose used attempts are remembered beside used codes. */
const NOBODY_YET = 'single-sign-on';

export class SingleSignOn {
  readonly settings: SingleSignOnSettings;
  readonly provider: Provider;
  private readonly accounts: Accounts;
  /** Of what a browser keeps of an attempt. With a restart they are all gone, and begin again. */
  private readonly key = randomBytes(32);

  constructor(accounts: Accounts, settings: SingleSignOnSettings) {
    this.accounts = accounts;
    this.settings = settings;
    this.provider = new Provider(settings.provider);
  }

  /** Where the browser goes to, and what it keeps, sealed, until it comes back. Rejects with a `ProviderError`. */
  async begin(after: string | undefined): Promise<{ readonly url: string; readonly kept: string }> {
    const { attempt, url } = await this.provider.begin();
    const kept: Kept = {
      ...attempt,
      untilMs: Date.now() + ATTEMPT_MS,
      ...(after === undefined ? {} : { after: after.slice(0, LONGEST_AFTER) }),
    };
    return { url, kept: this.seal(JSON.stringify(kept)) };
  }

  /** Who comes back with this answer and what was kept. An attempt counts once. */
  async finish(origin: string, answer: URLSearchParams, sealed: string | undefined): Promise<SignedOn> {
    const kept = sealed === undefined ? undefined : this.open(sealed);
    if (kept === undefined || kept.untilMs < Date.now()) return { kind: 'refused', rule: 'attempt-gone' };
    if (!(await this.accounts.useCode(NOBODY_YET, kept.state))) return { kind: 'refused', rule: 'attempt-gone' };
    try {
      const proven = await this.provider.finish(answer, kept);
      const came = await this.admitted(origin, proven);
      return came.kind === 'in' && kept.after !== undefined ? { ...came, after: kept.after } : came;
    } catch (error) {
      if (error instanceof ProviderError) return { kind: 'refused', rule: error.code };
      throw error;
    }
  }

  private async admitted(origin: string, proven: Proven): Promise<SignedOn> {
    const [all, invitations] = [await this.accounts.accounts(), await this.accounts.invitations()];
    const email = emailOf(proven);
    const facts = {
      linked: all.find(({ link }) => link?.issuer === proven.issuer && link.subject === proven.subject),
      account: all.find((account) => account.email === email),
      invitation: invitations.find((invitation) => invitation.email === email),
    };
    const admission = admissionOf(proven, facts, this.settings.rules);
    if (admission.kind === 'refused') return admission;
    return this.brought(origin, proven, admission);
  }

  /** What follows from letting somebody in: an account, a link, a role that the provider gives. */
  private async brought(
    origin: string,
    proven: Proven,
    admission: Exclude<Admission, { kind: 'refused' }>,
  ): Promise<SignedOn> {
    const changes: SignOnChange[] = [];
    if (admission.kind !== 'account')
      changes.push(admission.kind === 'invited' ? 'invitation-accept' : 'provider-account');
    const id = admission.kind === 'account' ? admission.account.id : await this.made(origin, admission);
    const account = id === undefined ? undefined : await this.accounts.account(id);
    // Somebody else took the invitation up meanwhile.
    if (account === undefined) return { kind: 'refused', rule: 'not-invited' };
    const { mapped } = admission;
    const isSeen = showedTwoFactors(proven, this.settings.rules);
    const { issuer, subject } = proven;
    const link = { issuer, subject, userId: account.id, email: emailOf(proven) ?? account.email };
    const isLinked = admission.kind === 'account' && admission.isLinked;
    // Whoever holds an address at the provider may not be who holds the account: link, role and team wait for the factor that it has here.
    if (!isLinked && (account.hasCode || account.passkeys > 0))
      return { kind: 'in', account, isWhole: false, changes, waiting: { link, mapped } };
    if (await takeMapped(this.accounts, account, mapped)) changes.push('provider-role');
    if (isLinked) return { kind: 'in', account, isWhole: isSeen, changes };
    if (!(await this.accounts.links.make(link, new Date())))
      return { kind: 'refused', rule: 'linked-otherwise', account };
    return { kind: 'in', account, isWhole: isSeen, changes: [...changes, 'provider-link'] };
  }

  /** Makes the account of somebody who has none that is open. */
  private async made(
    origin: string,
    admission: Extract<Admission, { kind: 'invited' | 'new' }>,
  ): Promise<string | undefined> {
    const { mapped } = admission;
    if (admission.kind === 'new')
      return this.accounts.add(origin, { email: admission.email, name: admission.name, role: mapped.role ?? 'agent' });
    const { email, id, name, role, team } = admission.invitation;
    if (!(await this.accounts.uninvite(id))) return undefined;
    return this.accounts.add(origin, {
      email,
      name,
      role: mapped.role ?? role,
      ...(team === undefined ? {} : { team }),
    });
  }

  private seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
    return Buffer.concat(sealed).toString('base64url');
  }

  /** What this server sealed; undefined of anything else. */
  private open(sealed: string): Kept | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    const cipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = [cipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()];
      return JSON.parse(Buffer.concat(text).toString('utf8')) as Kept;
    } catch {
      return undefined;
    }
  }
}

/** Gives an account the role and team that the provider names; resolves to whether anything changed. An owner stays one. */
export async function takeMapped(accounts: Accounts, account: Account, mapped: Mapped): Promise<boolean> {
  const before = { role: account.role, team: account.team ?? null };
  const { role, team } = { ...before, ...mapped, ...(account.role === 'owner' ? { role: account.role } : {}) };
  if (role === before.role && team === before.team) return false;
  await accounts.change(account.id, { role, team, ...(role === 'auditor' ? {} : { hasTextGrant: false }) });
  return true;
}
