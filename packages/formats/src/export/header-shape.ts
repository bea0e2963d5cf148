/**
 * What a header looks like apart from its values, packed into a number: bracket or dash, separators, where the year
 * stands and how wide it is, comma, seconds, day period. All headers of one export have one shape; pasted lines differ.
 */

/** 0 android (` - `), 1 ios (`[…] `), 2 old (`: `). */
export type HeaderStyle = number;
export type YearForm = 'last2' | 'last4' | 'first4' | 'firstEra' | 'lastEra';

const yearForms: readonly YearForm[] = ['last2', 'last4', 'first4', 'firstEra', 'lastEra'];

export interface ShapeParts {
  readonly style: HeaderStyle;
  readonly timeFirst: boolean;
  /** 0 slash, 1 dot, 2 dash, 3 written units (年, 년), 4 a month's name. */
  readonly mark: number;
  readonly yearForm: YearForm;
  readonly comma: boolean;
  readonly seconds: boolean;
  /** 0 colon, 1 dot, 2 written units. */
  readonly timeMark: number;
  /** 0 none, 1 before the hour, 2 after it. */
  readonly period: number;
  /** The day period is written in Chinese, Japanese or Korean. */
  readonly eastern: boolean;
  /** A space stands before the bracket: some tools put one where a mark was. */
  readonly indented: boolean;
}

/** Packs the parts; equal parts give equal numbers. */
export function shapeOf(parts: ShapeParts): number {
  return (
    parts.style |
    (parts.timeFirst ? 1 << 2 : 0) |
    (parts.mark << 3) |
    (yearForms.indexOf(parts.yearForm) << 6) |
    (parts.comma ? 1 << 9 : 0) |
    (parts.timeMark << 11) |
    clockShape(parts.seconds, parts.period) |
    (parts.eastern ? 1 << 15 : 0) |
    (parts.indented ? 1 << 16 : 0)
  );
}

/** The part of a shape that seconds and a day period make. */
export function clockShape(seconds: boolean, period: number): number {
  return (seconds ? 1 << 10 : 0) | (period << 13);
}

/** Unpacks a shape. */
export function partsOf(shape: number): ShapeParts {
  return {
    style: shape & 3,
    timeFirst: (shape & 4) !== 0,
    mark: (shape >> 3) & 7,
    yearForm: yearForms[(shape >> 6) & 7] ?? 'last2',
    comma: (shape & 512) !== 0,
    seconds: (shape & 1024) !== 0,
    timeMark: (shape >> 11) & 3,
    period: (shape >> 13) & 3,
    eastern: (shape & 32_768) !== 0,
    indented: (shape & 65_536) !== 0,
  };
}

/** 0 android, 1 ios, 2 old. */
export function styleOf(shape: number): HeaderStyle {
  return shape & 3;
}

/** Which separator a code is: 0 `/`, 1 `.`, 2 `-`, 3 written units, -1 none. */
export function dateMark(code: number): number {
  if (code === 47) return 0;
  if (code === 46) return 1;
  if (code === 45) return 2;
  // 年 月 년 월
  if (code === 0x5e74 || code === 0x6708 || code === 0xb144 || code === 0xc6d4) return 3;
  return -1;
}

/** Three slots of two bits: first date number, second date number, hour. 0 unknown, 1 bare, 2 padded with a zero. */
export const noPadding = 0;

/** The slot value of a number below ten; numbers from ten say nothing. */
export function padding(width: number, value: number): number {
  if (value > 9) return 0;
  return width > 1 ? 2 : 1;
}

/** Whether two paddings contradict each other. */
export function padsClash(one: number, other: number): boolean {
  const both = one | other;
  return (both & 3) === 3 || (both & 12) === 12 || (both & 48) === 48;
}
