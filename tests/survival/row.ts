// What a trial found, as a row: the fault, what must hold, how often it was tried, and what did not hold. Prints the table.

/** One line of the table. */
export interface Row {
  readonly fault: string;
  /** What must hold after it. */
  readonly must: string;
  readonly tries: number;
  /** What did not hold, each with the coordinates that bring it back. */
  readonly found: readonly string[];
  /** Why it was not tried, or not in full. */
  readonly notRun?: string;
  /** What the tries met, counted, where that says more than their number. */
  readonly met?: Readonly<Record<string, number>>;
  /** How long each try took, in milliseconds, by what was waited for. */
  readonly took?: Readonly<Record<string, readonly number[]>>;
}

const CELL_BREAK = /\|/g;

/** The table in Markdown, and below it what was found and what was not run. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ fault, found, must, notRun, tries }) => {
    const outcome = found.length > 0 ? `**${found.length}**` : tries === 0 ? `not run: ${notRun ?? ''}` : '0';
    return `| ${[fault, must, tries, outcome].map(cell).join(' | ')} |`;
  });
  const table = ['| fault | what must hold | tries | found |', '|---|---|---|---|', ...lines];
  const found = rows.flatMap((row) => row.found.map((one) => `FOUND ${row.fault}: ${one}`));
  const met = rows.flatMap(({ fault, met }) => (met === undefined ? [] : [`met: ${fault}: ${countsOf(met)}`]));
  const took = rows.flatMap(({ fault, took }) =>
    took === undefined ? [] : timesOf(took).map((one) => `took: ${fault}: ${one}`),
  );
  const notRun = rows.flatMap((row) => (row.notRun === undefined ? [] : [`not run: ${row.fault}: ${row.notRun}`]));
  return [...table, '', ...met, ...took, ...notRun, ...found].join('\n');
}

function timesOf(took: Readonly<Record<string, readonly number[]>>): string[] {
  return Object.entries(took).map(([what, times]) => {
    const sorted = times.toSorted((a, b) => a - b);
    const median = ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
    return `${what}: median ${Math.round(median)} ms, worst ${Math.round(sorted.at(-1) ?? 0)} ms`;
  });
}

function countsOf(met: Readonly<Record<string, number>>): string {
  return Object.entries(met)
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}

const cell = (value: string | number): string => String(value).replace(CELL_BREAK, '\\|');

/** Adds rows of one fault up into one. */
export function summed(fault: string, must: string, rows: readonly Pick<Row, 'tries' | 'found' | 'met'>[]): Row {
  const met = rows.reduce<Record<string, number>>((sum, row) => {
    for (const [what, count] of Object.entries(row.met ?? {})) sum[what] = (sum[what] ?? 0) + count;
    return sum;
  }, {});
  return {
    fault,
    must,
    tries: rows.reduce((sum, row) => sum + row.tries, 0),
    found: rows.flatMap((row) => row.found),
    ...(Object.keys(met).length > 0 ? { met } : {}),
  };
}
