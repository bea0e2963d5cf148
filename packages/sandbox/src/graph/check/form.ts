// Looks into a request as the platform does, and refuses at the first fault with the platform's code: 131008 where something is
// missing, 131009 where a value cannot be right, 100 where it is too long, too much or unknown.
import { type JsonObject, listOf, objectOf } from '../../json.ts';
import { SandboxError } from '../../sandbox-error.ts';

export interface TextRule {
  /** In characters, an emoji being one. */
  readonly max: number;
  readonly form?: RegExp;
}

/** An object of a request, with the path that leads to it. */
export class Form {
  readonly object: JsonObject;
  readonly path: string;

  constructor(object: JsonObject, path = '') {
    this.object = object;
    this.path = path;
  }

  #pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  has(name: string): boolean {
    return this.object[name] !== undefined && this.object[name] !== null;
  }

  missing(name: string): never {
    throw new SandboxError(131008, `Parameter '${this.#pathOf(name)}' is mandatory`);
  }

  wrong(name: string, why = 'is not valid'): never {
    throw new SandboxError(131009, `Parameter '${this.#pathOf(name)}' ${why}`);
  }

  tooMuch(name: string, why: string): never {
    throw new SandboxError(100, `Param ${this.#pathOf(name)} ${why}`);
  }

  /** @returns a text that is there and is neither blank nor too long */
  text(name: string, rule: TextRule): string {
    if (!this.has(name)) this.missing(name);
    const text = this.optionalText(name, rule);
    if (text === undefined || text.trim() === '') this.missing(name);
    return text;
  }

  optionalText(name: string, { max, form }: TextRule): string | undefined {
    if (!this.has(name)) return undefined;
    const text = this.object[name];
    if (typeof text !== 'string') this.wrong(name, 'must be a text');
    if (!text.isWellFormed()) this.wrong(name, 'is no valid Unicode');
    if (text.length > max && [...text].length > max) this.tooMuch(name, `must be at most ${max} characters long`);
    if (form && !form.test(text)) this.wrong(name);
    return text;
  }

  /** @returns an object that is there */
  inner(name: string): Form {
    if (!this.has(name)) this.missing(name);
    const object = objectOf(this.object[name]);
    return object ? new Form(object, this.#pathOf(name)) : this.wrong(name, 'must be an object');
  }

  optionalInner(name: string): Form | undefined {
    return this.has(name) ? this.inner(name) : undefined;
  }

  /** @returns the objects of a list with so many of them */
  list(name: string, { min = 1, max }: { readonly min?: number; readonly max: number }): readonly Form[] {
    if (!this.has(name)) {
      if (min === 0) return [];
      this.missing(name);
    }
    if (!Array.isArray(this.object[name])) this.wrong(name, 'must be an array');
    const items = listOf(this.object[name]);
    if (items.length < min) this.missing(name);
    if (items.length > max) this.tooMuch(name, `must have at most ${max} elements`);
    return items.map((item, index) => {
      const object = objectOf(item);
      return object ? new Form(object, `${this.#pathOf(name)}[${index}]`) : this.wrong(name, 'must hold objects');
    });
  }

  oneOf<T extends string>(name: string, values: readonly T[]): T {
    if (!this.has(name)) this.missing(name);
    const value = values.find((one) => one === this.object[name]);
    return value ?? this.tooMuch(name, `must be one of {${values.join(', ')}}`);
  }

  flag(name: string): void {
    if (this.has(name) && typeof this.object[name] !== 'boolean') this.wrong(name, 'must be a boolean');
  }

  /** @returns a number, that may be written as a text, within bounds */
  number(name: string, { min, max }: { readonly min: number; readonly max: number }): number {
    if (!this.has(name)) this.missing(name);
    const value = this.object[name];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !(number >= min && number <= max)) this.wrong(name);
    return number;
  }

  /** @returns a whole number, not negative */
  whole(name: string): number {
    const number = this.number(name, { min: 0, max: Number.MAX_SAFE_INTEGER });
    return Number.isSafeInteger(number) ? number : this.wrong(name, 'must be a whole number');
  }
}

/** Refuses a list in which two are the same. */
export function checkUnique(form: Form, name: string, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) form.tooMuch(name, 'must be unique');
}
