// A span of time as people write it: 90s, 25h, 3d, or plain milliseconds.
import { SandboxError } from '../sandbox-error.ts';

const form = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)?$/;
const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const longestMs = 400 * 86_400_000;

/** @returns milliseconds. @throws SandboxError `bad-request` */
export function spanMs(value: unknown): number {
  const [, count, unit = 'ms'] = form.exec(String(value)) ?? [];
  const ms = Math.round(Number(count) * (units[unit] ?? Number.NaN));
  if (!(ms >= 0 && ms <= longestMs)) throw new SandboxError('bad-request', 'a span is like 90s, 25h or 3d, up to 400d');
  return ms;
}
