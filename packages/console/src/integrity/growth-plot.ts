// The shape of the plot of the ledger's size: where lines and marks stand, in units of the drawing. The size holds until it is another:
// steps, no slopes that nobody measured.

export interface SizeAt {
  readonly at: number;
  readonly size: number;
}

export interface Plot {
  /** Path of the line, and of the area below it. */
  readonly line: string;
  readonly area: string;
  readonly end: { readonly x: number; readonly y: number };
  readonly sizes: readonly { readonly y: number; readonly size: number }[];
  readonly times: readonly { readonly x: number; readonly at: Date }[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const DAY_MS = 86_400_000;
const PX_A_MARK = 72;

/** The plot of these sizes between two times. */
export function plotOf(
  points: readonly SizeAt[],
  span: { readonly from: number; readonly to: number },
  frame: Frame,
): Plot {
  const { from, to } = span;
  const most = niceAbove(Math.max(1, ...points.map(({ size }) => size)));
  const x = (at: number): number =>
    frame.left +
    ((Math.min(Math.max(at, from), to) - from) / Math.max(1, to - from)) * (frame.width - frame.left - frame.right);
  const floor = frame.height - frame.bottom;
  const y = (size: number): number => floor - (size / most) * (floor - frame.top);
  const [first] = points;
  const last = points.at(-1);
  const steps = points.flatMap((point, index) => {
    const before = points[index - 1];
    return before === undefined ? [] : [`H${round(x(point.at))}`, `V${round(y(point.size))}`];
  });
  const start = first === undefined ? '' : `M${round(x(first.at))} ${round(y(first.size))}`;
  const line = `${start}${steps.join('')}${last === undefined ? '' : `H${round(x(to))}`}`;
  const area = first === undefined ? '' : `${line}V${round(floor)}H${round(x(first.at))}Z`;
  return {
    line,
    area,
    end: { x: x(to), y: y(last?.size ?? 0) },
    sizes: [0, most / 2, most].map((size) => ({ size, y: y(size) })),
    times: marksBetween(from, to, Math.max(2, Math.floor((frame.width - frame.left) / PX_A_MARK))).map((at) => ({
      at: new Date(at),
      x: x(at),
    })),
  };
}

/** 1, 2, 4, 6 or 10 times a power of ten: its half is as round. */
export function niceAbove(size: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, size)));
  return [1, 2, 4, 6, 10].map((step) => step * power).find((nice) => nice >= size) ?? size;
}

/** Begins of months where the span is long, else of days; at most so many. */
function marksBetween(from: number, to: number, most: number): number[] {
  const days = (to - from) / DAY_MS;
  const marks: number[] = [];
  const at = new Date(from);
  if (days > 62) {
    at.setDate(1);
    at.setHours(0, 0, 0, 0);
    for (at.setMonth(at.getMonth() + 1); at.getTime() <= to; at.setMonth(at.getMonth() + 1)) marks.push(at.getTime());
  } else {
    at.setHours(0, 0, 0, 0);
    for (at.setDate(at.getDate() + 1); at.getTime() <= to; at.setDate(at.getDate() + 1)) marks.push(at.getTime());
  }
  const step = Math.max(1, Math.ceil(marks.length / most));
  return marks.filter((_, index) => index % step === 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
