// kill -9: before, in the middle of and after calls that touch a file, at named points inside a transaction, right after the answer,
// and at random moments.

import { fileURLToPath } from 'node:url';
import { aftermathOf } from '../aftermath.ts';
import type { Around, Place } from '../place.ts';
import { type Row, summed } from '../row.ts';
import type { Scenario } from '../scenarios.ts';
import { NAMED_POINTS } from '../strike/point-names.ts';
import { type Blow, type How, Strike } from '../strike/strike.ts';
import type { SurvivalRun } from '../survival-run.ts';

const MUST = 'nothing acknowledged lost, nothing twice, intact, an ordered erasure completed, rebuild answers the same';
const POINTS = fileURLToPath(new URL('../strike/named-points.ts', import.meta.url));
const KILLS: readonly How[] = ['kill-before', 'kill-torn', 'kill-after'];
const IMPORTING = /import|vault/;
const OF_ERASING = /again|destroyed/;
const ACKNOWLEDGED = 'acknowledged';

type Tried = Pick<Row, 'tries' | 'found' | 'met'>;

export async function kills(run: SurvivalRun): Promise<readonly Row[]> {
  const scenarios = await run.scenarios();
  return [
    await killsAtCalls(run, scenarios),
    await killsAtPoints(run, scenarios),
    await killsAtMoments(run, scenarios),
  ];
}

interface Killing {
  readonly scenario: Scenario;
  /** Brings it back, with the seed. */
  readonly at: string;
  readonly around: (place: Place) => Around;
}

/** Runs the command on a copy, killed, and checks what is left. */
async function kill(
  run: SurvivalRun,
  { around, at, scenario }: Killing,
): Promise<Tried & { readonly isKilled: boolean }> {
  const place = scenario.from.copyTo(run.place().dir);
  const struck = await place.spawn(scenario.typed, around(place));
  const depth = run.random(`${scenario.name} ${at}`).below(4) === 0 ? 'full' : 'quick';
  const found = (await aftermathOf(place, scenario, struck, depth)).map((one) => `${scenario.name}, ${at}: ${one}`);
  for (const one of found) run.say(`FOUND ${one} in ${place.dir}`);
  if (found.length === 0) place.remove();
  const isKilled = struck.code === -1;
  return { tries: 1, found, met: { [`${isKilled ? 'killed in' : 'ended before:'} ${scenario.name}`]: 1 }, isKilled };
}

async function killsAtCalls(run: SurvivalRun, scenarios: readonly Scenario[]): Promise<Row> {
  const fault = 'kill -9 at a call that touches a file (write, sync, rename, truncate, remove): before, torn, after';
  const strike = run.strike();
  if (!(strike instanceof Strike)) return { fault, must: MUST, tries: 0, found: [], notRun: strike.reason };
  const tried: Tried[] = [];
  for (const scenario of scenarios) {
    for (const blow of await blowsOn(run, strike, scenario)) {
      const at = `${blow.how} call ${blow.at}`;
      tried.push(await kill(run, { scenario, at, around: (place) => ({ env: strike.env(place, blow) }) }));
    }
    run.say(`kills at calls: ${tried.length}, the last in ${scenario.name}`);
  }
  return summed(fault, MUST, tried);
}

/** Which calls of a command are struck, and how: spread over all of them. */
async function blowsOn(run: SurvivalRun, strike: Strike, scenario: Scenario): Promise<Blow[]> {
  const place = scenario.from.copyTo(run.place().dir);
  const calls = await strike.callsOf(place, scenario.typed);
  place.remove();
  const random = run.random(`calls of ${scenario.name}`);
  return random.sample(calls, run.of(1, 36)).map(({ name, number }) => ({
    at: number,
    how: random.pick(name === 'write' ? KILLS : KILLS.filter((how) => how !== 'kill-torn')),
  }));
}

async function killsAtPoints(run: SurvivalRun, scenarios: readonly Scenario[]): Promise<Row> {
  const fault = 'kill -9 at a named point: between key, bundle, tile, page, checkpoint, projection; after the answer';
  const names = [...Object.keys(NAMED_POINTS), ACKNOWLEDGED];
  const tried: Tried[] = [];
  const reached = new Set<string>();
  for (const name of run.random('points').sample(names, run.of(2, names.length))) {
    for (const scenario of scenariosFor(run, name, scenarios)) {
      for (let times = 0; times < run.of(1, 2); times++) {
        const env = { STRIKE_POINT: name, STRIKE_TIMES: String(times), NODE_OPTIONS: `--import=${POINTS}` };
        const one = await kill(run, { scenario, at: `${name}, ${times} passed`, around: () => ({ env }) });
        tried.push(one);
        if (one.isKilled) reached.add(name);
      }
    }
    run.say(`kills at points: ${tried.length}, the last ${name}`);
  }
  // A name that no longer names anything would say for ever that all is well.
  const missed = run.form === 'long' ? names.filter((name) => !reached.has(name)) : [];
  const found = missed.map((name) => `the point "${name}" was never reached`);
  return summed(fault, MUST, [...tried, { tries: 0, found }]);
}

function scenariosFor(run: SurvivalRun, name: string, scenarios: readonly Scenario[]): readonly Scenario[] {
  if (run.form === 'long') return scenarios;
  const fits = scenarios.filter((scenario) => IMPORTING.test(scenario.name) !== OF_ERASING.test(name));
  return run.random(name).sample(fits, 1);
}

async function killsAtMoments(run: SurvivalRun, scenarios: readonly Scenario[]): Promise<Row> {
  const fault = 'kill -9 at a random moment';
  const tried: Tried[] = [];
  const random = run.random('moments');
  for (const scenario of random.sample(scenarios, run.of(1, scenarios.length))) {
    const whole = await timeOf(run, scenario);
    for (let one = 0; one < run.of(1, 10); one++) {
      const killAfterMs = Math.round(whole * (0.3 + 0.8 * random.next()));
      tried.push(await kill(run, { scenario, at: `after ${killAfterMs} ms`, around: () => ({ killAfterMs }) }));
    }
    run.say(`kills at moments: ${tried.length}, the last in ${scenario.name}`);
  }
  return summed(fault, MUST, tried);
}

/** How long the command takes here and now, in milliseconds. */
async function timeOf(run: SurvivalRun, scenario: Scenario): Promise<number> {
  const place = scenario.from.copyTo(run.place().dir);
  const began = performance.now();
  await place.spawn(scenario.typed);
  place.remove();
  return performance.now() - began;
}
