// One run of the trials: its seed, its form, its folder, and what all of them share. Prints where it is.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Place } from './place.ts';
import type { Row } from './row.ts';
import { groundIn, type Scenario, type ScenarioGround, scenariosOn } from './scenarios.ts';
import { Seeded } from './seeded.ts';
import { Strike } from './strike/strike.ts';

export type Form = 'short' | 'long';

/** A kind of fault. Throws only when the trial itself is broken. */
export type Trial = (run: SurvivalRun) => Promise<readonly Row[]>;

export interface RunParts {
  readonly seed: number;
  readonly form: Form;
  /** A folder for vaults; removed by whoever made it. */
  readonly dir: string;
  readonly say: (line: string) => void;
}

export class SurvivalRun {
  readonly seed: number;
  readonly form: Form;
  readonly dir: string;
  readonly say: (line: string) => void;
  private strikeBuilt: Strike | { readonly reason: string } | undefined;
  private ground: Promise<ScenarioGround> | undefined;
  private places = 0;

  constructor({ dir, form, say, seed }: RunParts) {
    this.seed = seed;
    this.form = form;
    this.dir = dir;
    this.say = say;
    mkdirSync(dir, { recursive: true });
  }

  /** A number for each form. */
  of(short: number, long: number): number {
    return this.form === 'short' ? short : long;
  }

  random(name: string): Seeded {
    return new Seeded(this.seed, name);
  }

  /** A place where nothing stands yet. */
  place(): Place {
    const dir = join(this.dir, `place-${this.places++}`);
    mkdirSync(dir, { recursive: true });
    return new Place(dir);
  }

  strike(): Strike | { readonly reason: string } {
    this.strikeBuilt ??= Strike.build(this.dir);
    return this.strikeBuilt;
  }

  /** The scenarios of these names, or all of this form; each is run to its end, so ask for no more than are struck. */
  async scenarios(names?: readonly string[]): Promise<Scenario[]> {
    const isShort = this.form === 'short';
    this.ground ??= groundIn({
      empty: this.place(),
      base: this.place(),
      large: this.place(),
      seed: this.seed,
      isShort,
    });
    return scenariosOn(await this.ground, names);
  }
}
