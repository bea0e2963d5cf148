// What is being done, for whoever watches: one line that is overwritten on a terminal, one line a step elsewhere. Never on stdout,
// where the table goes.

export interface ProgressLine {
  readonly to: (step: string) => void;
  readonly end: () => void;
}

/** Shows the steps of a run with the time since it began. */
export function progressOn(out: NodeJS.WriteStream): ProgressLine {
  const began = performance.now();
  const since = (): string => `${Math.round((performance.now() - began) / 1000)} s`;
  if (out.isTTY !== true) return { to: (step) => void out.write(`${since()}  ${step}\n`), end: () => undefined };
  let shown = '';
  const draw = (): void => void out.write(`\r\x1b[2K${since()}  ${shown}`.slice(0, out.columns ?? 100));
  const ticking = setInterval(draw, 250);
  ticking.unref();
  return {
    to: (step) => {
      shown = step;
      draw();
    },
    end: () => {
      clearInterval(ticking);
      out.write('\r\x1b[2K');
    },
  };
}
