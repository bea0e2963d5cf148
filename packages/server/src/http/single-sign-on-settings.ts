// What the owner says of single sign-on, in the environment or under `singleSignOn` in the configuration file; the environment goes
// before. Checked for presence and form; nobody is called, and what is wrong is named without what it holds.

import { readFileSync } from 'node:fs';
import type { PasswordsOf } from '../access/accounts/accounts.ts';
import { type AdmissionRules, isGivenByClaim } from '../access/accounts/admission.ts';
import type { SingleSignOnSettings } from '../access/accounts/single-sign-on.ts';
import { ServerError } from '../server-error.ts';
import { isLoopback } from './loopback.ts';
import { memberOf } from './member-of.ts';
import { named, wrong } from './setting.ts';

export interface SignOnSettings extends SingleSignOnSettings {
  /** Who signs in with a password besides. */
  readonly passwords: PasswordsOf;
}

interface SignOnSource {
  readonly env: NodeJS.ProcessEnv;
  /** What stands under `singleSignOn` in the file. */
  readonly file: unknown;
  /** The address by which people come. */
  readonly publicUrl: string | undefined;
}

/** The path of the console to which the provider sends people back. */
const CALLBACK_PATH = '/sign-in/back';

const DOMAIN = /^(?=.{1,135}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const CLAIM = /^[\x21-\x7e]{1,100}$/;
const SCOPE = /^[\x21\x23-\x5b\x5d-\x7e]{1,60}$/;
const BETWEEN = /[\s,]+/;
const LONGEST_LABEL = 60;

const MEMBERS = [
  'issuer',
  'clientId',
  'clientSecret',
  'clientAuth',
  'label',
  'scopes',
  'domains',
  'verifiedClaim',
  'acr',
  'roles',
  'teamClaim',
  'passwords',
] as const;

type Member = (typeof MEMBERS)[number];

/** Members that stand in the environment too. */
const VARIABLES: Readonly<Partial<Record<Member, string>>> = {
  issuer: 'ACTA_OIDC_ISSUER',
  clientId: 'ACTA_OIDC_CLIENT_ID',
  clientSecret: 'ACTA_OIDC_CLIENT_SECRET',
  clientAuth: 'ACTA_OIDC_CLIENT_AUTH',
  label: 'ACTA_OIDC_LABEL',
  scopes: 'ACTA_OIDC_SCOPES',
  domains: 'ACTA_OIDC_DOMAINS',
  verifiedClaim: 'ACTA_OIDC_VERIFIED_CLAIM',
  acr: 'ACTA_OIDC_ACR',
  passwords: 'ACTA_OIDC_PASSWORDS',
};
const SECRET_FILE = 'ACTA_OIDC_CLIENT_SECRET_FILE';

/** Single sign-on as it is set; undefined where no issuer is named. Throws `setting-wrong` with the name of the setting. */
export function signOnIn(source: SignOnSource): SignOnSettings | undefined {
  const { env, file, publicUrl } = source;
  const said = new Said(env, file);
  const issuer = said.text('issuer');
  if (issuer === undefined) {
    if (said.isEmpty()) return undefined;
    throw said.wrong('issuer', 'missing');
  }
  const label = said.wanted('label');
  if (label.length > LONGEST_LABEL) throw said.wrong('label', 'too-long');
  const [acr, team] = [listed(said, 'acr', CLAIM) ?? [], said.text('teamClaim')];
  return {
    label,
    passwords: oneOf(said, 'passwords', ['everybody', 'owners'] as const) ?? 'everybody',
    provider: {
      issuer: safeUrl(issuer, () => said.wrong('issuer', 'no-https')),
      clientId: said.wanted('clientId'),
      clientSecret: secretIn(said, env),
      clientAuth: oneOf(said, 'clientAuth', ['basic', 'post'] as const) ?? 'basic',
      scopes: listed(said, 'scopes', SCOPE) ?? ['email', 'profile'],
      acr,
      callback: callbackAt(publicUrl),
    },
    rules: {
      domains: listed(said, 'domains', DOMAIN) ?? [],
      verifiedClaim: said.text('verifiedClaim') ?? 'email_verified',
      acr,
      ...rolesIn(said),
      ...(team === undefined ? {} : { teamClaim: team }),
    },
  };
}

/** The settings that were said, by member, with the name under which a person finds each. */
class Said {
  private readonly env: NodeJS.ProcessEnv;
  private readonly file: Readonly<Record<string, unknown>>;

  constructor(env: NodeJS.ProcessEnv, file: unknown) {
    this.env = env;
    if (file !== undefined && (typeof file !== 'object' || file === null || Array.isArray(file)))
      throw wrong('singleSignOn', 'no-object');
    this.file = Object.fromEntries(Object.entries(file ?? {}));
    const unknown = Object.keys(this.file).find((name) => !MEMBERS.some((member) => member === name));
    // One that is misspelt would silently let in other people.
    if (unknown !== undefined) throw wrong(`singleSignOn.${unknown}`, 'unknown');
  }

  isEmpty(): boolean {
    return MEMBERS.every((member) => this.of(member) === undefined);
  }

  of(member: Member): unknown {
    return this.variable(member) ?? this.file[member];
  }

  text(member: Member): string | undefined {
    const value = this.of(member);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value.trim() === '') throw this.wrong(member, 'no-text');
    return value.trim();
  }

  wanted(member: Member): string {
    const value = this.text(member);
    if (value === undefined) throw this.wrong(member, 'missing');
    return value;
  }

  wrong(member: Member, reason: string): ServerError {
    const name = VARIABLES[member];
    const isOfFile = this.file[member] !== undefined && this.variable(member) === undefined;
    return wrong(isOfFile || name === undefined ? `singleSignOn.${member}` : name, reason);
  }

  private variable(member: Member): string | undefined {
    const name = VARIABLES[member];
    return name === undefined ? undefined : named(this.env, name);
  }
}

/** A secret as text, or where it lies: `{ "env": "NAME" }`, `{ "file": "path" }`. */
function secretIn(said: Said, env: NodeJS.ProcessEnv): string {
  const path = named(env, SECRET_FILE);
  if (path !== undefined) return secretOf(path, SECRET_FILE);
  const value = said.of('clientSecret');
  const [variable, file] = [memberOf(value, 'env'), memberOf(value, 'file')];
  if (typeof file === 'string') return secretOf(file, 'singleSignOn.clientSecret');
  const secret = typeof variable === 'string' ? named(env, variable) : value;
  if (typeof secret !== 'string' || secret.trim() === '') throw said.wrong('clientSecret', 'missing');
  return secret.trim();
}

function secretOf(path: string, setting: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    throw new ServerError('setting-wrong', { setting, reason: 'unreadable' }, error);
  }
  if (text === '') throw wrong(setting, 'missing');
  return text;
}

function listed(said: Said, member: Member, form: RegExp): readonly string[] | undefined {
  const value = said.of(member);
  if (value === undefined) return undefined;
  const parts: readonly unknown[] | undefined = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(BETWEEN)
      : undefined;
  if (parts === undefined) throw said.wrong(member, 'no-list');
  return parts.map((part) => {
    const text = typeof part === 'string' ? part.trim() : '';
    const one = member === 'domains' ? text.toLowerCase() : text;
    if (!form.test(one)) throw said.wrong(member, 'form');
    return one;
  });
}

/** `{ "claim": "groups", "values": { "acta-compliance": "compliance" } }`; what stands first counts first. */
function rolesIn(said: Said): Pick<AdmissionRules, 'roles'> {
  const value = said.of('roles');
  if (value === undefined) return {};
  const [claim, values] = [memberOf(value, 'claim'), memberOf(value, 'values')];
  if (typeof claim !== 'string' || !CLAIM.test(claim)) throw said.wrong('roles', 'claim');
  if (typeof values !== 'object' || values === null || Object.keys(values).length === 0)
    throw said.wrong('roles', 'values');
  const pairs = Object.entries(values).map(([name, role]: [string, unknown]) => {
    if (!isGivenByClaim(role)) throw said.wrong('roles', 'role');
    return [name, role] as const;
  });
  return { roles: { claim, values: pairs } };
}

function oneOf<Word extends string>(said: Said, member: Member, words: readonly Word[]): Word | undefined {
  const text = said.text(member);
  if (text === undefined) return undefined;
  const word = words.find((one) => one === text);
  if (word === undefined) throw said.wrong(member, 'word');
  return word;
}

/** People are sent back to the configured address alone, whatever a request says. */
function callbackAt(publicUrl: string | undefined): string {
  if (publicUrl === undefined) throw wrong('ACTA_URL', 'missing');
  return new URL(
    CALLBACK_PATH,
    safeUrl(publicUrl, () => wrong('ACTA_URL', 'no-https')),
  ).href;
}

/** Over TLS, unless nothing leaves this machine. */
function safeUrl(text: string, refused: () => ServerError): string {
  if (!URL.canParse(text)) throw refused();
  const { hash, hostname, password, protocol, search, username } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  if (!isSafe || username !== '' || password !== '' || search !== '' || hash !== '') throw refused();
  return text;
}
