// The inputs of a parser, one for each number: real samples that were hurt, texts of fast-check, plain noise. The same seed, parser and
// number give the same input again, so a hang or a crash needs no file to be brought back.

import fc from 'fast-check';
import { Seeded } from '../seeded.ts';
import { mutatedBytes, mutatedText } from './mutate.ts';
import type { Target } from './targets.ts';

const MADE = 200;

export class Inputs {
  private readonly target: Target;
  private readonly seed: number;
  private readonly made: readonly string[];

  constructor(target: Target, seed: number) {
    this.target = target;
    this.seed = seed;
    this.made = fc.sample(anyText(target.samples), { seed, numRuns: MADE });
  }

  /** The input of this number. */
  at(number: number): Uint8Array {
    const random = new Seeded(this.seed, `${this.target.name} ${number}`);
    const { samples } = this.target;
    const [sample, other] = samples.length === 0 ? [EMPTY, EMPTY] : [random.pick(samples), random.pick(samples)];
    switch (random.below(8)) {
      case 0:
        return random.bytes(random.below(400));
      case 1:
        return Buffer.from(mutatedText(random.pick(this.made), random.pick(this.made), random));
      case 2:
      case 3:
      case 4:
        return Buffer.from(mutatedText(textOf(sample), textOf(other), random));
      default:
        return mutatedBytes(sample, other, random);
    }
  }
}

const EMPTY = new Uint8Array(0);
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** JSON of every shape, whole graphemes, pieces of samples between them. */
function anyText(samples: readonly Uint8Array[]): fc.Arbitrary<string> {
  const pieces = samples.length === 0 ? ['—'] : samples.slice(0, 40).map((bytes) => textOf(bytes).slice(0, 120));
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.json({ maxDepth: 3 }),
  );
  return fc.oneof(
    fc.json({ maxDepth: 6 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(piece, { maxLength: 6 }).map((parts) => parts.join('\n')),
    fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
}
