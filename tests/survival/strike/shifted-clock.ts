// Preloaded into a process under test (`node --import`): its clock is wrong, or goes back while it runs, as its environment says.

import { CLOCK_BACK, CLOCK_SHIFT } from './clock-settings.ts';

const NativeDate = Date;
const shiftMs = Number(process.env[CLOCK_SHIFT] ?? 0);
const backMs = Number(process.env[CLOCK_BACK] ?? 0);
const READINGS_A_STEP = 10;
let readings = 0;

function now(): number {
  const stepsBack = Math.floor(readings++ / READINGS_A_STEP);
  return NativeDate.now() + shiftMs - stepsBack * backMs;
}

class ShiftedDate extends NativeDate {
  constructor(...given: readonly unknown[]) {
    super();
    const made: unknown = given.length === 0 ? now() : Reflect.construct(NativeDate, given).getTime();
    this.setTime(Number(made));
  }

  static override now(): number {
    return now();
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
