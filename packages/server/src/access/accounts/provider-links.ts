// Which account each subject of a provider is linked to. A link goes by the provider's own name for somebody, never by an address:
// an address that passes to another, or changes there, moves no account. An account has one link at most.

import type { Role } from '../roles.ts';
import type { AccountsPlace } from './place.ts';

export interface ProviderLink {
  readonly issuer: string;
  readonly subject: string;
  readonly userId: string;
  /** The address that the provider named when it was made. */
  readonly email: string;
  readonly linkedAt: string;
}

/** What the provider says of somebody's work. */
export interface Mapped {
  readonly role?: Role;
  /** Null where it names none. */
  readonly team?: string | null;
}

export type NewLink = Omit<ProviderLink, 'linkedAt'>;

/** A link that is made once a second factor was shown, and what the provider gives then. */
export interface WaitingLink {
  readonly link: NewLink;
  readonly mapped: Mapped;
}

interface Held extends WaitingLink {
  readonly untilMs: number;
}

const HELD_MS = 10 * 60_000;
const HELD = 1_000;

export class ProviderLinks {
  private readonly db: AccountsPlace['kysely'];
  /** Of who has yet to show a second factor, by the attempt that waits for it. A restart forgets them: the next sign-in links. */
  private readonly held = new Map<string, Held>();

  constructor({ kysely }: Pick<AccountsPlace, 'kysely'>) {
    this.db = kysely;
  }

  /** Makes the table where it is missing. */
  async makeTable(): Promise<void> {
    await this.db.schema
      .createTable('actaProviderLink')
      .ifNotExists()
      .addColumn('userId', 'text', (column) => column.primaryKey())
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull())
      .addColumn('linkedAt', 'text', (column) => column.notNull())
      .addUniqueConstraint('actaProviderSubject', ['issuer', 'subject'])
      .execute();
  }

  async all(): Promise<ProviderLink[]> {
    const rows = await this.db
      .selectFrom('actaProviderLink')
      .select(['userId', 'issuer', 'subject', 'email', 'linkedAt'])
      .execute();
    return rows.map((row) => ({
      userId: String(row['userId']),
      issuer: String(row['issuer']),
      subject: String(row['subject']),
      email: String(row['email']),
      linkedAt: String(row['linkedAt']),
    }));
  }

  /** Links an account; false where it has a link, or the subject another account. */
  async make(link: NewLink, at: Date): Promise<boolean> {
    const [done] = await this.db
      .insertInto('actaProviderLink')
      .values({ ...link, linkedAt: at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return Number(done?.numInsertedOrUpdatedRows ?? 0) > 0;
  }

  /** Takes an account's link away; false if it had none. */
  async drop(userId: string): Promise<boolean> {
    const [done] = await this.db.deleteFrom('actaProviderLink').where('userId', '=', userId).execute();
    return Number(done?.numDeletedRows ?? 0) > 0;
  }

  /** Keeps a link until the second factor of an attempt was shown. */
  hold(challenge: string, waiting: WaitingLink): void {
    this.held.set(challenge, { ...waiting, untilMs: Date.now() + HELD_MS });
    for (const oldest of this.held.keys()) {
      if (this.held.size <= HELD) break;
      this.held.delete(oldest);
    }
  }

  /** The link that waited for this attempt, once. */
  take(challenge: string): WaitingLink | undefined {
    const held = this.held.get(challenge);
    this.held.delete(challenge);
    return held !== undefined && held.untilMs > Date.now() ? held : undefined;
  }
}
