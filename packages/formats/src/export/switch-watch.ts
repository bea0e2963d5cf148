/**
 * Watches for the point where the order of the fields changes although the shape does not: from some line on, the dates
 * walk on smoothly in the other order and jump about in the one before. A cumulative sum finds the line; it needs no
 * memory of what it has seen.
 */
import { noDay } from './calendar.ts';
import { stepLikelihood } from './order-trail.ts';

export class SwitchWatch {
  /** How much better the tail reads in the other order (natural logarithm of the odds). */
  weight = 0;
  /** The line where that tail starts. */
  line = 0;
  /** Changes of date in the tail. */
  changes = 0;
  /** First day of the tail in the other order. */
  firstDay = 0;
  /** Last day seen, in the other order. */
  lastDay: number = noDay;
  #day: number = noDay;
  #other: number = noDay;

  /** The day of a notice that stands aside, in the other order: it may lie anywhere, but has to be a day. */
  addAside(other: number): void {
    this.lastDay = other;
    if (other === noDay) this.weight = 0;
  }

  /** The day on a line, in the order so far and in the other one. */
  add(day: number, other: number, line: number): void {
    const step = this.#day === noDay || day === this.#day ? 0 : stepLikelihood(day - this.#day);
    const otherStep =
      this.#other === noDay || other === noDay || other === this.#other ? 0 : stepLikelihood(other - this.#other);
    const next = this.weight + otherStep - step;
    if (other === noDay) this.weight = 0;
    else if (next <= 0 || this.weight === 0) {
      // A tail that starts here does not count the step that leads to it, but the old order has to explain that step.
      this.weight = Math.max(0, -step);
      this.line = line;
      this.changes = 0;
      this.firstDay = other;
    } else {
      this.weight = next;
      this.changes++;
    }
    this.#day = day;
    this.#other = other;
    this.lastDay = other;
  }
}
