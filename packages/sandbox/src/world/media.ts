// Media objects: what phones sent (ids live 7 days) and what the business uploaded (30 days). An address to fetch one from lives five
// minutes. Equal bytes are held once.
import { createHash } from 'node:crypto';
import type { Chance } from '../chance.ts';
import type { SandboxClock } from '../clock.ts';

export interface MediaObject {
  readonly id: string;
  readonly mime: string;
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly bytes: Buffer;
  readonly expiresMs: number;
  readonly from: 'person' | 'business';
}

const dayMs = 24 * 3_600_000;
const inboundLifeMs = 7 * dayMs;
const uploadLifeMs = 30 * dayMs;
export const addressLifeMs: number = 5 * 60_000;
const digits = '0123456789';
const tokenLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const sweepEvery = 1000;
const mostBytes = 512 * 1_048_576;

/** The media store of a sandbox. */
export class MediaStore {
  readonly #objects = new Map<string, MediaObject>();
  readonly #addresses = new Map<string, { readonly id: string; readonly expiresMs: number }>();
  /** By the hash of the bytes. */
  readonly #bytes = new Map<string, WeakRef<Buffer>>();
  #heldBytes = 0;
  readonly #chance: Chance;
  readonly #clock: SandboxClock;

  constructor(chance: Chance, clock: SandboxClock) {
    this.#chance = chance;
    this.#clock = clock;
  }

  add(bytes: Buffer, mime: string, from: MediaObject['from']): MediaObject {
    const sha256 = createHash('sha256').update(bytes).digest();
    const name = sha256.toString('hex');
    const held = this.#bytes.get(name)?.deref() ?? bytes;
    this.#bytes.set(name, new WeakRef(held));
    const object: MediaObject = {
      id: `${this.#chance.whole(1, 9)}${this.#chance.letters(15, digits)}`,
      mime,
      sha256,
      sizeBytes: bytes.length,
      bytes: held,
      expiresMs: this.#clock.now() + (from === 'person' ? inboundLifeMs : uploadLifeMs),
      from,
    };
    this.#objects.set(object.id, object);
    this.#makeRoom(object);
    if (this.#objects.size % sweepEvery === 0) this.#sweep();
    return object;
  }

  /** Under traffic of days the oldest objects go before their time: this is one process's memory. */
  #makeRoom({ sizeBytes }: MediaObject): void {
    this.#heldBytes += sizeBytes;
    for (const [id] of this.#objects) {
      if (this.#heldBytes <= mostBytes) return;
      this.delete(id);
    }
  }

  /** @returns a media object, unless it was deleted or its life is over */
  get(id: string): MediaObject | undefined {
    const object = this.#objects.get(id);
    return object && object.expiresMs > this.#clock.now() ? object : undefined;
  }

  delete(id: string): boolean {
    this.#heldBytes -= this.#objects.get(id)?.sizeBytes ?? 0;
    return this.#objects.delete(id);
  }

  /** @returns a token that leads to the object for five minutes */
  addressOf({ id }: MediaObject): string {
    const token = this.#chance.letters(32, tokenLetters);
    this.#addresses.set(token, { id, expiresMs: this.#clock.now() + addressLifeMs });
    if (this.#addresses.size % sweepEvery === 0) this.#sweep();
    return token;
  }

  /** @returns what a token leads to, unless its five minutes are over */
  at(token: string): MediaObject | undefined {
    const address = this.#addresses.get(token);
    return address && address.expiresMs > this.#clock.now() ? this.get(address.id) : undefined;
  }

  #sweep(): void {
    const now = this.#clock.now();
    for (const [id, { expiresMs }] of this.#objects) if (expiresMs <= now) this.delete(id);
    for (const [token, { expiresMs }] of this.#addresses) if (expiresMs <= now) this.#addresses.delete(token);
    for (const [name, bytes] of this.#bytes) if (bytes.deref() === undefined) this.#bytes.delete(name);
  }
}
