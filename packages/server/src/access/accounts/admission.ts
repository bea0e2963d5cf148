// Whether somebody whom the organisation's provider named is let in here, and as whom: a pure decision on facts, with the rule that
// refused. Nobody gets in without an account, an invitation, or a domain that the owner opened, and no claim makes an owner.

import { isRole, type Role } from '../roles.ts';
import type { Account, Invitation } from './accounts.ts';
import type { Proven } from './provider.ts';
import type { Mapped } from './provider-links.ts';

export interface AdmissionRules {
  /** Domains of addresses whose people get an agent's account without an invitation. */
  readonly domains: readonly string[];
  /** The claim that says that the address is verified. */
  readonly verifiedClaim: string;
  /** Classes of authentication (`acr`) that count as two factors, besides what `amr` says. */
  readonly acr: readonly string[];
  /** Values of a claim with the role that each gives; the first that is there counts. */
  readonly roles?: { readonly claim: string; readonly values: readonly (readonly [value: string, role: Role])[] };
  readonly teamClaim?: string;
}

/** What is held about whom the provider named. */
export interface AdmissionFacts {
  /** The account that this subject is linked to. */
  readonly linked: Account | undefined;
  /** The account of the address. */
  readonly account: Account | undefined;
  /** The invitation of the address. */
  readonly invitation: Invitation | undefined;
}

export type AdmissionRefusal =
  | 'address-missing'
  | 'address-not-verified'
  | 'not-invited'
  | 'account-ended'
  | 'linked-otherwise'
  | 'role-not-mapped';

export type Admission =
  | { readonly kind: 'account'; readonly account: Account; readonly isLinked: boolean; readonly mapped: Mapped }
  | { readonly kind: 'invited'; readonly invitation: Invitation; readonly mapped: Mapped }
  | { readonly kind: 'new'; readonly email: string; readonly name: string; readonly mapped: Mapped }
  | { readonly kind: 'refused'; readonly rule: AdmissionRefusal; readonly account?: Account };

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,135}$/;
const GOOGLE = 'https://accounts.google.com';
const LONGEST_NAME = 100;
const LONGEST_TEAM = 60;
/** RFC 8176: several factors, or a key in hardware. */
const TWO_FACTORS: readonly unknown[] = ['mfa', 'hwk'];

/** Who is let in. */
export function admissionOf(proven: Proven, facts: AdmissionFacts, rules: AdmissionRules): Admission {
  const found = foundFor(proven, facts, rules);
  if (found.kind === 'refused') return found;
  const role =
    found.kind === 'account' ? found.account.role : found.kind === 'invited' ? found.invitation.role : 'agent';
  const mapped = mappedOf(proven, role, rules);
  if (mapped !== undefined) return { ...found, mapped };
  return { kind: 'refused', rule: 'role-not-mapped', ...(found.kind === 'account' ? { account: found.account } : {}) };
}

function foundFor(proven: Proven, facts: AdmissionFacts, rules: AdmissionRules): Admission {
  const { account, invitation, linked } = facts;
  const mapped: Mapped = {};
  if (linked !== undefined && !linked.left) return { kind: 'account', account: linked, isLinked: true, mapped };
  const email = emailOf(proven);
  const about = linked ?? account;
  const refused = (rule: AdmissionRefusal): Admission => ({
    kind: 'refused',
    rule,
    ...(about === undefined ? {} : { account: about }),
  });
  // Whoever left comes back by an invitation for the address of their account, and by no other address.
  if (linked !== undefined && (email !== linked.email || invitation === undefined)) return refused('account-ended');
  if (email === undefined) return refused('address-missing');
  if (!isVerified(proven, email, rules)) return refused('address-not-verified');
  if (account?.left === true && invitation === undefined) return refused('account-ended');
  if (account !== undefined && !account.left) {
    if (account.link !== undefined) return refused('linked-otherwise');
    return { kind: 'account', account, isLinked: false, mapped };
  }
  if (invitation !== undefined) return { kind: 'invited', invitation, mapped };
  const isOpen = rules.domains.includes(email.slice(email.indexOf('@') + 1));
  return isOpen ? { kind: 'new', email, name: nameOf(proven, email), mapped } : refused('not-invited');
}

/** The address that the provider names, as accounts write theirs. */
export function emailOf({ claims }: Proven): string | undefined {
  const email = claims['email'];
  return typeof email === 'string' && EMAIL.test(email) ? email.toLowerCase() : undefined;
}

/**
 * Some providers write truth as text or as a number. Google verified an address of another's domain once, long ago perhaps: it
 * speaks for its own addresses, and for those of an organisation that has its domain there (`hd`).
 */
function isVerified({ claims, issuer }: Proven, email: string, { verifiedClaim }: AdmissionRules): boolean {
  const domain = email.slice(email.indexOf('@') + 1);
  if (issuer === GOOGLE && domain !== 'gmail.com' && claims['hd'] !== domain) return false;
  return [true, 'true', 1, '1'].some((truth) => truth === claims[verifiedClaim]);
}

/** Whether the signed token says that two factors were shown. */
export function showedTwoFactors({ claims }: Proven, { acr }: AdmissionRules): boolean {
  if (valuesIn(claims['amr']).some((method) => TWO_FACTORS.includes(method))) return true;
  return acr.some((one) => one === claims['acr']);
}

/** Role and team by the provider's claims; undefined where roles are mapped and none is for this person. An owner's role stays. */
function mappedOf({ claims }: Proven, role: Role, { roles, teamClaim }: AdmissionRules): Mapped | undefined {
  const team = teamClaim === undefined ? {} : { team: teamIn(claims[teamClaim]) };
  if (roles === undefined || role === 'owner') return team;
  const said = valuesIn(claims[roles.claim]);
  const given = roles.values.find(([value]) => said.includes(value))?.[1];
  return given === undefined ? undefined : { ...team, role: given };
}

function teamIn(said: unknown): string | null {
  const [team] = valuesIn(said);
  const name = team?.trim() ?? '';
  return name === '' || name.length > LONGEST_TEAM ? null : name;
}

function valuesIn(said: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(said) ? said : [said];
  return all.filter((one) => typeof one === 'string');
}

function nameOf({ claims }: Proven, email: string): string {
  const { name } = claims;
  const said = typeof name === 'string' ? name.trim().slice(0, LONGEST_NAME).toWellFormed() : '';
  return said === '' ? email.slice(0, email.indexOf('@')) : said;
}

/** Whether a claim may give this role: an owner is made by an owner, with a second factor of their own. */
export function isGivenByClaim(word: unknown): word is Exclude<Role, 'owner'> {
  return isRole(word) && word !== 'owner';
}
