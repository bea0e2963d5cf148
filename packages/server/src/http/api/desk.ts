// What colleagues are about to do: drafts they have not sent, and who looks at a conversation or types there. Kept in memory alone,
// within bounds: it is nobody's record and is gone when the server stops.

export interface Draft {
  readonly text: string;
  readonly atMs: number;
}

export interface Looker {
  /** Account id. */
  readonly id: string;
  readonly typing: boolean;
}

interface Seen {
  readonly atMs: number;
  readonly typing: boolean;
}

/** A device tells every ten seconds; one that is silent for longer has gone. */
const LOOKS_MS = 25_000;
const MOST_DRAFTS = 200;
const DRAFT_MS = 14 * 24 * 60 * 60_000;

export class Desk {
  private readonly drafts = new Map<string, Map<number, Draft>>();
  private readonly lookers = new Map<number, Map<string, Seen>>();

  /** Keeps somebody's draft; of an empty one it is known that there is none any more. */
  draft(actor: string, chat: number, text: string, atMs: number): void {
    const own = this.drafts.get(actor) ?? new Map<number, Draft>();
    own.delete(chat);
    own.set(chat, { text, atMs });
    const [oldest] = own.keys();
    if (own.size > MOST_DRAFTS && oldest !== undefined) own.delete(oldest);
    this.drafts.set(actor, own);
  }

  /** What somebody has not sent. */
  draftOf(actor: string, chat: number, nowMs: number): Draft | undefined {
    const kept = this.keptOf(actor, chat, nowMs);
    return kept?.text === '' ? undefined : kept;
  }

  /** The same, also where it is known to be nothing; undefined where nothing is known. */
  keptOf(actor: string, chat: number, nowMs: number): Draft | undefined {
    const draft = this.drafts.get(actor)?.get(chat);
    return draft === undefined || nowMs - draft.atMs > DRAFT_MS ? undefined : draft;
  }

  /** Somebody looks at a conversation; resolves to who else does. */
  look(chat: number, id: string, { nowMs, typing }: { readonly typing: boolean; readonly nowMs: number }): Looker[] {
    const here = this.lookers.get(chat) ?? new Map<string, Seen>();
    here.set(id, { atMs: nowMs, typing });
    for (const [other, { atMs }] of here) if (nowMs - atMs > LOOKS_MS) here.delete(other);
    this.lookers.set(chat, here);
    return [...here].flatMap(([other, seen]) => (other === id ? [] : [{ id: other, typing: seen.typing }]));
  }

  /** Somebody has gone from a conversation. */
  leave(chat: number, id: string): void {
    const here = this.lookers.get(chat);
    here?.delete(id);
    if (here?.size === 0) this.lookers.delete(chat);
  }
}
