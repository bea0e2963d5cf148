// Who a delivery speaks of. A business-scoped id is the strongest mark, a number the next; a name or a username never makes two
// people one. A number may pass to somebody else: then the newest holder has it. Libraries that judge numbers have no say here.

import type { PersonMarks } from '@acta/formats';
import { type BlindIndex, digestKey } from '../../records/blind-index.ts';
import type { AliasRecord } from '../../records/conversation.ts';
import { bsuidDigest, nameDigest, phoneDigest, phoneOfWaId, waIdDigest } from '../../records/identity.ts';
import type { LiveKnown } from './live-desk.ts';
import type { Opening } from './opening.ts';
import type { Recent } from './recent.ts';

/** Somebody as a delivery names them, and the portfolio in which the ids count. */
export interface NamedPerson {
  readonly marks: PersonMarks;
  readonly portfolio: string;
}

/** Two people turned out to be one. */
export interface Merged {
  readonly person: number;
  readonly into: number;
  /** Place in the batch of the piece that is the evidence. */
  readonly by: number;
}

interface Digests {
  readonly phone?: Uint8Array;
  readonly bsuid?: Uint8Array;
  readonly parent?: Uint8Array;
}

export interface PeopleParts {
  readonly known: LiveKnown;
  readonly blind: BlindIndex;
  /** Persons by digest, as far as they were committed lately. */
  readonly recent: Recent<number>;
}

/** The people of one batch of deliveries. */
export class LivePeople {
  private readonly parts: PeopleParts;
  private readonly opening: Opening;
  private readonly found = new Map<string, number>();
  private readonly digests = new Map<PersonMarks, { readonly portfolio: string; readonly digests: Digests }>();
  private merges = new Map<number, number>();
  /** Merges of this batch, in order. */
  readonly merged: Merged[] = [];

  constructor(parts: PeopleParts, opening: Opening) {
    this.parts = parts;
    this.opening = opening;
  }

  /** Looks up everybody who is named, in one question. */
  async meet(named: readonly NamedPerson[]): Promise<void> {
    this.merges = new Map(await this.parts.known.merges());
    const asked = new Map<string, Uint8Array>();
    for (const one of named) {
      for (const digest of Object.values(this.digestsOf(one)) as Uint8Array[]) asked.set(digestKey(digest), digest);
    }
    await this.look([...asked.values()]);
  }

  private async look(digests: readonly Uint8Array[]): Promise<void> {
    const unknown = digests.filter((digest) => {
      const person = this.parts.recent.get(digestKey(digest));
      if (person !== undefined) this.found.set(digestKey(digest), person);
      return person === undefined;
    });
    for (const [key, people] of await this.parts.known.peopleBy(unknown)) {
      const newest = people.at(-1);
      if (newest !== undefined) this.found.set(key, newest);
    }
  }

  /** The person, who is made if nobody has any of the marks. `by` is the piece's place in the batch. */
  async of(named: NamedPerson, by: number): Promise<number> {
    const digests = this.digestsOf(named);
    const [byId, byParent] = [this.holder(digests.bsuid), this.holder(digests.parent)];
    const byPhone = this.holder(digests.phone);
    const byIds = byId ?? byParent;
    if (byIds !== undefined) return this.withNumber(named, digests, { person: byIds, byPhone, by });
    if (byPhone === undefined) return this.make(named, digests);
    if (digests.bsuid === undefined) return byPhone;
    // The number has passed on: whoever had it before has another id.
    if (await this.hasId(byPhone, named.portfolio)) return this.make(named, digests);
    this.alias(byPhone, named, digests);
    return byPhone;
  }

  private async withNumber(
    named: NamedPerson,
    digests: Digests,
    { by, byPhone, person }: { readonly person: number; readonly byPhone: number | undefined; readonly by: number },
  ): Promise<number> {
    const isNew = (digest: Uint8Array | undefined): boolean => digest !== undefined && this.holder(digest) !== person;
    if (byPhone !== undefined && byPhone !== person && (await this.areOne(byPhone, person, named.portfolio))) {
      return this.merge(byPhone, person, by);
    }
    if (isNew(digests.phone) || isNew(digests.bsuid)) this.alias(person, named, digests);
    return person;
  }

  /** Whoever has a number without an id of their own, unless somebody has parted the two before. */
  private async areOne(byPhone: number, person: number, portfolio: string): Promise<boolean> {
    return !(await this.hasId(byPhone, portfolio)) && !(await this.parts.known.wereParted(byPhone, person));
  }

  /** Whether a person, or anybody who was taken for them, has an id inside a portfolio; the tables are a little behind. */
  private async hasId(person: number, portfolio: string): Promise<boolean> {
    const all = [person, ...[...this.merges.keys()].filter((other) => this.one(other) === person)];
    const isFresh = (one: number): boolean => {
      const key = idKey(one, portfolio);
      return this.found.has(key) || this.parts.recent.get(key) !== undefined;
    };
    return all.some(isFresh) || this.parts.known.hasBsuid(all, portfolio);
  }

  /** Two ways of naming one person: whoever is known by either, and both from now on. */
  async same({ is, was }: { readonly was: NamedPerson; readonly is: NamedPerson }, by: number): Promise<number> {
    const [before, after] = [this.known(was), this.known(is)];
    if (before !== undefined && after !== undefined) return before === after ? before : this.merge(after, before, by);
    const person = before ?? after ?? (await this.of(was, by));
    this.alias(person, is, this.digestsOf(is));
    if (before === undefined && after !== undefined) this.alias(person, was, this.digestsOf(was));
    return person;
  }

  private known(named: NamedPerson): number | undefined {
    const { bsuid, parent, phone } = this.digestsOf(named);
    return this.holder(bsuid) ?? this.holder(parent) ?? this.holder(phone);
  }

  /** Our own side, by the number it writes from. */
  async ourSide(number: string, display: string | undefined): Promise<number> {
    const phone = phoneOfWaId((display ?? '').replace(/\D/g, ''));
    const name = phone ?? number;
    const digests = [
      nameDigest(this.parts.blind, 0, name),
      ...(phone === undefined ? [] : [phoneDigest(this.parts.blind, phone)]),
    ];
    await this.look(digests.filter((digest) => !this.found.has(digestKey(digest))));
    const known = digests.map((digest) => this.found.get(digestKey(digest))).find((person) => person !== undefined);
    if (known !== undefined) return known;
    const id = this.opening.next;
    const said = { name: name.toWellFormed(), ...(phone === undefined ? {} : { phone }), v: 1 } as const;
    this.opening.put({ subject: id, conversation: 0 }, { kind: 'person', me: true, ...said });
    for (const digest of digests) this.hold(digest, id);
    return id;
  }

  /** Puts the names of people in a conversation on record that do not stand there yet. */
  async nameAll(
    all: readonly { readonly person: number; readonly chat: number; readonly marks: PersonMarks }[],
  ): Promise<void> {
    const unnamed = all.flatMap(({ chat, marks, person }) =>
      [marks.profileName, marks.username === undefined ? undefined : `@${marks.username}`].flatMap((name) =>
        name === undefined || name === ''
          ? []
          : [{ chat, person, name, digest: nameDigest(this.parts.blind, chat, name) }],
      ),
    );
    await this.look(unnamed.map(({ digest }) => digest));
    for (const { chat, digest, name, person } of unnamed) {
      if (this.holder(digest) === person) continue;
      const username = name.startsWith('@') ? { username: name.slice(1).toWellFormed() } : {};
      const record = { chat, kind: 'alias', name: name.toWellFormed(), person, ...username, v: 1 } as const;
      this.opening.put({ subject: person, conversation: chat }, record);
      this.hold(digest, person);
    }
  }

  /** After the batch is durable: what it taught. */
  learned(): void {
    for (const [key, person] of this.found) this.parts.recent.set(key, this.one(person));
  }

  private make(named: NamedPerson, digests: Digests): number {
    const id = this.opening.next;
    const { marks } = named;
    const phone = phoneOf(marks);
    const name =
      phone ?? marks.waId ?? (marks.username === undefined ? undefined : `@${marks.username}`) ?? marks.bsuid ?? '?';
    const record = { ...identifiersOf(named), kind: 'person', name: name.toWellFormed(), v: 1 } as const;
    this.opening.put({ subject: id, conversation: 0 }, record);
    this.holdAll(digests, id);
    this.holdId(named, id);
    return id;
  }

  private alias(person: number, named: NamedPerson, digests: Digests): void {
    const record = { ...identifiersOf(named), kind: 'alias', person, v: 1 } as const;
    this.opening.put({ subject: person, conversation: 0 }, record);
    this.holdAll(digests, person);
    this.holdId(named, person);
  }

  /** The younger goes into the older. */
  private merge(one: number, other: number, by: number): number {
    const [into, person] = one < other ? [one, other] : [other, one];
    this.merges.set(person, into);
    this.merged.push({ person, into, by });
    return into;
  }

  /** Made once for the marks of a piece: numbers are folded before they are digested. */
  private digestsOf(named: NamedPerson): Digests {
    const { marks, portfolio } = named;
    const known = this.digests.get(marks);
    if (known?.portfolio === portfolio) return known.digests;
    const digests = this.newDigests(named);
    this.digests.set(marks, { portfolio, digests });
    return digests;
  }

  private newDigests({ marks, portfolio }: NamedPerson): Digests {
    const { blind } = this.parts;
    return {
      ...(marks.waId === undefined ? {} : { phone: waIdDigest(blind, marks.waId) }),
      ...(marks.bsuid === undefined ? {} : { bsuid: bsuidDigest(blind, portfolio, marks.bsuid) }),
      ...(marks.parentBsuid === undefined ? {} : { parent: bsuidDigest(blind, '', marks.parentBsuid) }),
    };
  }

  private holder(digest: Uint8Array | undefined): number | undefined {
    const person = digest === undefined ? undefined : this.found.get(digestKey(digest));
    return person === undefined ? undefined : this.one(person);
  }

  /** Whom a person was merged into, however often. */
  private one(person: number): number {
    let now = person;
    for (let into = this.merges.get(now); into !== undefined; into = this.merges.get(now)) now = into;
    return now;
  }

  private holdAll(digests: Digests, person: number): void {
    for (const digest of Object.values(digests) as Uint8Array[]) this.hold(digest, person);
  }

  private hold(digest: Uint8Array, person: number): void {
    this.found.set(digestKey(digest), person);
  }

  private holdId({ marks, portfolio }: NamedPerson, person: number): void {
    if (marks.bsuid !== undefined) this.found.set(idKey(person, portfolio), person);
  }
}

/** Under which it stands that a person has an id inside a portfolio; no digest looks like it. */
function idKey(person: number, portfolio: string): string {
  return `id of ${person} in ${portfolio}`;
}

function phoneOf({ waId }: PersonMarks): string | undefined {
  return waId === undefined ? undefined : phoneOfWaId(waId);
}

/** Members of a person's or an alias's record, in canonical order as far as they are there. */
function identifiersOf({
  marks,
  portfolio,
}: NamedPerson): Pick<AliasRecord, 'bsuid' | 'parentBsuid' | 'phone' | 'portfolio' | 'username' | 'waId'> {
  const phone = phoneOf(marks);
  return {
    ...(marks.bsuid === undefined ? {} : { bsuid: marks.bsuid.toWellFormed() }),
    ...(marks.parentBsuid === undefined ? {} : { parentBsuid: marks.parentBsuid.toWellFormed() }),
    ...(phone === undefined ? {} : { phone }),
    portfolio,
    ...(marks.username === undefined ? {} : { username: marks.username.toWellFormed() }),
    ...(marks.waId === undefined ? {} : { waId: marks.waId.toWellFormed() }),
  };
}
