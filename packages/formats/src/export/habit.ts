/**
 * Which order people of a file's apparent locale write. It ranks readings that nothing proves, and never decides.
 */
import type { HeaderRun } from './header-run.ts';
import { partsOf } from './header-shape.ts';
import type { FieldOrder } from './source.ts';

const english =
  /end-to-end encrypted|<Media omitted>|\(file attached\)|<attached: |(?:image|video|audio|sticker|document|GIF) omitted|You created group|Tap (?:for more info|to learn more)/;

const capitalHalf = /\d[\s\u202F\u00A0][AP]M\b/;

/** The likelier order of undecided dates. `sample` is the start of the file. */
export function habitOf(runs: readonly HeaderRun[], sample: string): FieldOrder {
  const largest = runs.reduce(
    (a: HeaderRun | undefined, b) => (a === undefined || b.count > a.count ? b : a),
    undefined,
  );
  if (largest === undefined) return 'DMY';
  const shape = partsOf(largest.shape);
  if (shape.eastern && shape.mark !== 0) return 'YMD';
  const bareDate = (largest.pads & 0b1010) === 0;
  // en-US: 3/27/22, 9:41 PM. Latin America, India and Australia write day first, with small letters or zeros.
  if (shape.mark !== 0 || !bareDate || shape.yearForm !== 'last2') return 'DMY';
  const american = shape.period === 2 && capitalHalf.test(sample);
  return american || english.test(sample) ? 'MDY' : 'DMY';
}
