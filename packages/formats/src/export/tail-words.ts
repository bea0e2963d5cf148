/** The words after a time, together: `PM`, `a. m.`, `de la tarde`, `w nocy`, `Uhr`. */
import { type DayPeriod, dayPeriodOf } from './day-periods.ts';
import type { HeaderWord } from './word-reader.ts';

const wordLimit = 5;

export class TailWords {
  /** What they mean, where that is known. */
  period: DayPeriod | undefined;
  /** How many say something about the hour. */
  meaning = 0;
  #words = 0;
  #all = '';
  #key = '';

  reset(): void {
    this.period = undefined;
    this.meaning = 0;
    this.#words = 0;
  }

  /** Adds a word; false where there are too many for a header. */
  add(word: HeaderWord, dateFollows: boolean): boolean {
    if (++this.#words > wordLimit) return false;
    this.#all = this.#words === 1 ? word.key : this.#all + word.key;
    const idle = (this.meaning === 0 && word.filler) || (dateFollows && word.era !== undefined);
    if (idle && word.period === undefined) return true;
    this.#key = ++this.meaning === 1 ? word.key : this.#key + word.key;
    this.period = this.#words === 1 ? word.period : (dayPeriodOf(this.#all) ?? dayPeriodOf(this.#key));
    return true;
  }
}
