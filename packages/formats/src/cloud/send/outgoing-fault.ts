// What is wrong with a message that somebody wants to send: a code and a field, never the text. Lengths are counted in Unicode
// code points: the platform says "characters" and not which, and no other way of counting finds less, so what is refused here is
// surely refused there.

export type OutgoingFaultCode =
  | 'missing'
  | 'too-long'
  | 'too-many'
  | 'not-allowed'
  | 'not-unique'
  | 'malformed'
  | 'wrong-total';

export interface OutgoingFault {
  readonly code: OutgoingFaultCode;
  /** The path of the field in an `OutgoingMessage`, as `interactive.sections[0].rows[2].title`. */
  readonly field: string;
  /** Of `too-long` and `too-many`: how much there may be, and how much there is. */
  readonly limit?: number;
  readonly count?: number;
}

/** Gathers faults; a check goes on after the first. */
export class FaultList {
  readonly #faults: OutgoingFault[] = [];

  get faults(): readonly OutgoingFault[] {
    return this.#faults;
  }

  add(code: OutgoingFaultCode, field: string): void {
    this.#faults.push({ code, field });
  }

  /** A text that must be there, and be no longer than `limit` code points. */
  text(field: string, text: string | undefined, limit: number): void {
    if (text === undefined || text.trim() === '') this.add('missing', field);
    else this.length(field, text, limit);
  }

  /** A text that may be absent; if it is there it must say something. */
  optionalText(field: string, text: string | undefined, limit: number): void {
    if (text !== undefined) this.text(field, text, limit);
  }

  /** A text that may be empty; it must be well-formed Unicode. */
  length(field: string, text: string | undefined, limit: number): void {
    if (text === undefined) return;
    if (!text.isWellFormed()) this.add('malformed', field);
    if (text.length <= limit) return;
    const count = codePoints(text);
    if (count > limit) this.#faults.push({ code: 'too-long', field, limit, count });
  }

  /** One at least, and no more than `limit`. */
  count(field: string, count: number, limit: number): void {
    if (count === 0) this.add('missing', field);
    else if (count > limit) this.#faults.push({ code: 'too-many', field, limit, count });
  }

  /** A value that must have a form. */
  form(field: string, text: string, form: RegExp): void {
    if (text === '') this.add('missing', field);
    else if (!form.test(text)) this.add('malformed', field);
  }

  unique(field: string, values: readonly string[]): void {
    if (new Set(values).size < values.length) this.add('not-unique', field);
  }
}

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
