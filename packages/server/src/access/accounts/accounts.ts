// The people who sign in: their accounts, sessions and invitations. What they may do is roles.ts's to say; this knows who they are.

import { hash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { isRole, type Role } from '../roles.ts';
import { KnownSessions } from './known-sessions.ts';
import { keepSettings, makeOwnTables, type OwnSettings, settingsOf, useCode } from './own-tables.ts';
import type { AccountsPlace } from './place.ts';
import { type ProviderLink, ProviderLinks } from './provider-links.ts';
import {
  type Factor,
  isSettled,
  makeAccountTables,
  type NewAccount,
  type PasswordHashing,
  type SignIn,
  type StandingSession,
  signInAt,
} from './sign-in.ts';

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team?: string;
  readonly hasTextGrant: boolean;
  readonly hasCode: boolean;
  readonly hasPassword: boolean;
  readonly passkeys: number;
  /** To whom it belongs at the organisation's provider. */
  readonly link?: ProviderLink;
  readonly left: boolean;
  readonly createdAt: string;
}

export interface AccountSession extends StandingSession {
  readonly account: Account;
}

export interface ListedSession {
  readonly id: string;
  readonly userId: string;
  readonly factor: Factor;
  readonly from?: string;
  readonly device?: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly team?: string;
  readonly expiresAt: string;
}

export type InvitationDraft = Omit<Invitation, 'id' | 'expiresAt'>;

type Row = Record<string, unknown>;
type Db = Kysely<Record<string, Row>>;

/** Who may begin to sign in with a password. */
export type PasswordsOf = 'everybody' | 'owners';

const INVITED = 'acta-invitation-';
const ACCOUNT = ['id', 'name', 'email', 'role', 'team', 'textGrant', 'twoFactorEnabled', 'left', 'createdAt'] as const;
const SESSION = ['id', 'userId', 'factor', 'ipAddress', 'userAgent', 'createdAt', 'updatedAt', 'expiresAt'] as const;
const INVITED_MS = 7 * 24 * 60 * 60_000;
/** However much somebody works: a cookie that was taken opens nothing for longer. */
const SESSION_MS = 12 * 60 * 60_000;

export class Accounts {
  private readonly place: AccountsPlace;
  private readonly byOrigin = new Map<string, SignIn>();
  private readonly known: KnownSessions<AccountSession | undefined>;
  private readonly setUpToken = randomBytes(16).toString('base64url');
  readonly links: ProviderLinks;
  readonly passwords: PasswordsOf;
  private readonly hashing: PasswordHashing | undefined;

  private constructor(place: AccountsPlace, passwords: PasswordsOf, hashing?: PasswordHashing) {
    this.place = place;
    this.links = new ProviderLinks(place);
    this.passwords = passwords;
    this.hashing = hashing;
    this.known = new KnownSessions(place.stamp);
  }

  /** Opens the accounts; makes their tables where they are missing. Without `hashing` passwords are kept as costly as the library has it. */
  static async open(
    place: AccountsPlace,
    passwords: PasswordsOf = 'everybody',
    hashing?: PasswordHashing,
  ): Promise<Accounts> {
    const accounts = new Accounts(place, passwords, hashing);
    await makeAccountTables({ place, origin: 'http://localhost', refusesPassword: async () => false });
    await makeOwnTables(place.kysely);
    await accounts.links.makeTable();
    return accounts;
  }

  /** The accounts that stand there, for who makes none; undefined, and closed, where nobody has one. */
  static async openIfAny(place: AccountsPlace): Promise<Accounts | undefined> {
    const tables = await place.kysely.introspection.getTables();
    const accounts = new Accounts(place, 'everybody');
    if (tables.some(({ name }) => name === 'actaUsedCode') && !(await accounts.isEmpty())) return accounts;
    await place.close();
    return undefined;
  }

  private get db(): Db {
    return this.place.kysely;
  }

  /** Signing in as people come by this address; `origin` was checked by whoever asks. */
  at(origin: string): SignIn {
    const known = this.byOrigin.get(origin);
    if (known !== undefined) return known;
    const refusesPassword = async (id: string): Promise<boolean> => {
      const account = await this.account(id);
      if (account === undefined || account.left || (account.passkeys > 0 && !account.hasCode)) return true;
      return this.passwords === 'owners' && account.role !== 'owner';
    };
    const hashing = this.hashing === undefined ? {} : { hashing: this.hashing };
    const made = signInAt({ place: this.place, origin, refusesPassword, ...hashing });
    this.byOrigin.set(origin, made);
    return made;
  }

  /** What the address of the first set-up carries, so that only who sees it printed makes the owner's account. */
  get firstToken(): string {
    return this.setUpToken;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.db.selectFrom('user').select('id').limit(1).executeTakeFirst()) === undefined;
  }

  /** Who has this session. None for somebody who left. */
  sessionOf(origin: string, headers: Headers): Promise<AccountSession | undefined> {
    return this.known.of(`${origin}\n${headers.get('cookie') ?? ''}`, () => this.lookUp(origin, headers));
  }

  private async lookUp(origin: string, headers: Headers): Promise<AccountSession | undefined> {
    const session = await this.at(origin).session(headers);
    if (session === undefined) return undefined;
    if (Date.now() - session.createdMs > SESSION_MS) {
      await this.endSession(session.id);
      return undefined;
    }
    const account = await this.account(session.userId);
    return account === undefined || account.left ? undefined : { ...session, account };
  }

  /** Whose password was right, of an attempt that waits for its second factor. */
  async challenged(challenge: string): Promise<string | undefined> {
    const row = await this.db
      .selectFrom('verification')
      .select('value')
      .where('identifier', '=', challenge)
      .where('identifier', 'like', '2fa-%')
      .executeTakeFirst();
    return row === undefined ? undefined : (await this.account(text(row['value'])))?.email;
  }

  async account(id: string): Promise<Account | undefined> {
    return (await this.accounts()).find((account) => account.id === id);
  }

  /** Who has this address, left or not. */
  async accountOf(email: string): Promise<Account | undefined> {
    return (await this.accounts()).find((account) => account.email === email.toLowerCase());
  }

  /** Everybody, in the order in which they came. */
  async accounts(): Promise<Account[]> {
    const rows = await this.db.selectFrom('user').select(ACCOUNT).orderBy('createdAt').orderBy('id').execute();
    const passkeys = await this.db.selectFrom('passkey').select(['userId']).execute();
    const passwords = await this.db.selectFrom('account').select('userId').where('password', 'is not', null).execute();
    const links = await this.links.all();
    return rows.flatMap((row) => {
      const role = row['role'];
      if (!isRole(role)) return [];
      const id = text(row['id']);
      const link = links.find(({ userId }) => userId === id);
      const team = row['team'] === null || row['team'] === undefined ? {} : { team: text(row['team']) };
      return [
        {
          id,
          name: text(row['name']),
          email: text(row['email']),
          role,
          ...team,
          hasTextGrant: isTrue(row['textGrant']),
          hasCode: isTrue(row['twoFactorEnabled']),
          hasPassword: passwords.some(({ userId }) => userId === id),
          ...(link === undefined ? {} : { link }),
          passkeys: passkeys.filter(({ userId }) => userId === id).length,
          left: isTrue(row['left']),
          createdAt: moment(row['createdAt']),
        },
      ];
    });
  }

  /** Makes an account, or opens that of somebody who left and comes back; resolves to its id. Rejects where somebody has it. */
  async add(origin: string, account: NewAccount): Promise<string> {
    const known = await this.accountOf(account.email);
    if (known === undefined) return this.at(origin).add(account);
    if (!known.left) throw new Error('Somebody has an account under this address');
    const { name, password, role, team } = account;
    await this.links.drop(known.id);
    if (password !== undefined) await this.at(origin).givePassword(known.id, password);
    await this.change(known.id, { name, role, team: team ?? null, hasTextGrant: false });
    const set = { left: this.flag(false), twoFactorEnabled: this.flag(false) };
    await this.db.updateTable('user').set(set).where('id', '=', known.id).execute();
    return known.id;
  }

  /** Takes the application of codes away; whoever asks has seen to another factor. */
  async dropCodes(id: string): Promise<void> {
    await this.db.deleteFrom('twoFactor').where('userId', '=', id).execute();
    const set = { twoFactorEnabled: this.flag(false) };
    await this.db.updateTable('user').set(set).where('id', '=', id).execute();
  }

  async change(
    id: string,
    change: {
      readonly role?: Role;
      readonly team?: string | null;
      readonly hasTextGrant?: boolean;
      readonly name?: string;
    },
  ): Promise<void> {
    const set: Row = {};
    if (change.role !== undefined) set['role'] = change.role;
    if (change.team !== undefined) set['team'] = change.team;
    if (change.name !== undefined) set['name'] = change.name;
    if (change.hasTextGrant !== undefined) set['textGrant'] = this.flag(change.hasTextGrant);
    if (Object.keys(set).length > 0) await this.db.updateTable('user').set(set).where('id', '=', id).execute();
  }

  /**
   * Ends somebody's access: no session, no factor, no way back but a new invitation. The account stays for what they did, and its
   * link, so that the provider's subject is known for one that was ended.
   */
  async leave(id: string): Promise<void> {
    await this.db
      .updateTable('user')
      .set({ left: this.flag(true) })
      .where('id', '=', id)
      .execute();
    for (const table of ['session', 'passkey', 'twoFactor', 'account'])
      await this.db.deleteFrom(table).where('userId', '=', id).execute();
  }

  async sessions(userId?: string): Promise<ListedSession[]> {
    const all = this.db.selectFrom('session').select(SESSION).orderBy('createdAt', 'desc');
    const rows = await (userId === undefined ? all : all.where('userId', '=', userId)).execute();
    const now = Date.now();
    return rows
      .filter((row) => new Date(moment(row['expiresAt'])).getTime() > now)
      .map((row) => ({
        id: text(row['id']),
        userId: text(row['userId']),
        factor: row['factor'] as Factor,
        ...(row['ipAddress'] ? { from: text(row['ipAddress']) } : {}),
        ...(row['userAgent'] ? { device: text(row['userAgent']) } : {}),
        createdAt: moment(row['createdAt']),
        lastSeenAt: moment(row['updatedAt']),
      }));
  }

  /** Ends a session; one of `userId` alone where that is given. Resolves to whether there was one. */
  async endSession(id: string, userId?: string): Promise<boolean> {
    const some = this.db.deleteFrom('session').where('id', '=', id);
    const [done] = await (userId === undefined ? some : some.where('userId', '=', userId)).execute();
    return Number(done?.numDeletedRows ?? 0) > 0;
  }

  /** Ends the session of a token. */
  async endToken(token: string): Promise<void> {
    await this.db.deleteFrom('session').where('token', '=', token).execute();
  }

  /** Ends somebody's other sessions: all, or those that a password alone began. */
  async endOthers(userId: string, kept: string, which: 'all' | 'unsettled'): Promise<void> {
    for (const { factor, id } of await this.sessions(userId))
      if (id !== kept && (which === 'all' || !isSettled(factor))) await this.endSession(id);
  }

  /** Remembers that this session showed its second factor now. */
  async confirmed(sessionId: string): Promise<void> {
    await this.db.updateTable('session').set({ confirmedAt: Date.now() }).where('id', '=', sessionId).execute();
  }

  /** A session begun with a password becomes one of somebody who showed a passkey: right after they added it. */
  async raised(sessionId: string, factor: Factor): Promise<void> {
    await this.db.updateTable('session').set({ factor, confirmedAt: Date.now() }).where('id', '=', sessionId).execute();
  }

  /** Takes a code out of use; false if it was used before. */
  useCode(userId: string, code: string): Promise<boolean> {
    return useCode(this.place, userId, code);
  }

  /** Whether this is a code of now of somebody's application, not used before; it is used then. */
  async showCode(id: string, code: string): Promise<boolean> {
    return (await this.at('http://localhost').isCodeOf(id, code)) && (await this.useCode(id, code));
  }

  settingsOf(userId: string): Promise<OwnSettings> {
    return settingsOf(this.db, userId);
  }

  keepSettings(userId: string, settings: OwnSettings): Promise<void> {
    return keepSettings(this.db, userId, settings);
  }

  /** Invites somebody; resolves to what their link carries, which stands nowhere here. An earlier link opens nothing then. */
  async invite(draft: InvitationDraft): Promise<{ readonly token: string; readonly invitation: Invitation }> {
    for (const { email, id } of await this.invitations()) if (email === draft.email) await this.uninvite(id);
    const token = randomBytes(24).toString('base64url');
    const expiresAt = new Date(Date.now() + INVITED_MS);
    const id = digestOf(token);
    const now = new Date();
    await this.db
      .insertInto('verification')
      .values({
        id,
        identifier: `${INVITED}${id}`,
        value: JSON.stringify(draft),
        expiresAt: this.date(expiresAt),
        createdAt: this.date(now),
        updatedAt: this.date(now),
      })
      .execute();
    return { token, invitation: { ...draft, id, expiresAt: expiresAt.toISOString() } };
  }

  /** Invitations that stand. */
  async invitations(): Promise<Invitation[]> {
    const rows = await this.db
      .selectFrom('verification')
      .select(['id', 'value', 'expiresAt'])
      .where('identifier', 'like', `${INVITED}%`)
      .execute();
    return rows.flatMap((row) => {
      const expiresAt = moment(row['expiresAt']);
      if (new Date(expiresAt) < new Date()) return [];
      const draft = JSON.parse(text(row['value'])) as InvitationDraft;
      return [{ ...draft, id: text(row['id']), expiresAt }];
    });
  }

  async invitationOf(token: string): Promise<Invitation | undefined> {
    const id = digestOf(token);
    return (await this.invitations()).find((invitation) => invitation.id === id);
  }

  /** Takes an invitation away; false if it was gone. */
  async uninvite(id: string): Promise<boolean> {
    const [done] = await this.db.deleteFrom('verification').where('identifier', '=', `${INVITED}${id}`).execute();
    return Number(done?.numDeletedRows ?? 0) > 0;
  }

  async close(): Promise<void> {
    await this.place.close();
  }

  private flag(is: boolean): unknown {
    return this.place.kind === 'sqlite' ? Number(is) : is;
  }

  private date(at: Date): unknown {
    return this.place.kind === 'sqlite' ? at.toISOString() : at;
  }
}

function digestOf(token: string): string {
  return hash('sha256', token, 'base64url');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}

function moment(value: unknown): string {
  return value instanceof Date ? value.toISOString() : new Date(text(value)).toISOString();
}
