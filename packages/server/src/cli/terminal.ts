// The two streams and the keyboard: results on stdout, everything else on stderr. On a terminal there is progress with
// rate and time left and questions can be asked; when piped it is quiet.

import { createInterface } from 'node:readline/promises';

export interface Terminal {
  /** A person can be asked: stdin and stderr are a terminal. */
  readonly canAsk: boolean;
  /** A line of the result. */
  readonly print: (line: string) => Promise<void>;
  /** A line to the person. */
  readonly say: (line: string) => void;
  readonly ask: (question: string) => Promise<string>;
  readonly progress: (label: string, total: number) => Progress;
}

export interface Progress {
  readonly to: (done: number) => void;
  readonly end: () => void;
}

/** Signal for a reader that went away (`acta … | head`): nothing is wrong. */
export class OutputClosed extends Error {}

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  const isSeen = stderr.isTTY === true;
  // What a closed stream has to say, the write that failed says; nobody who went away can be told on stderr either.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    canAsk: stdin.isTTY === true && isSeen,
    print: (line) => writeLine(stdout, line),
    say: (line) => void stderr.write(`${line}\n`),
    ask: async (question) => {
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        return (await lines.question(question)).trim();
      } finally {
        lines.close();
      }
    },
    progress: (label, total) => (isSeen ? bar(stderr, label, total) : SILENT),
  };
}

/** Where nobody sees progress. */
export const SILENT: Progress = { to: () => undefined, end: () => undefined };
const FRAME_MS = 100;
/** What takes less shows no progress: rates would be guesses. */
const FIRST_FRAME_MS = 400;
const BAR_CELLS = 24;

function bar(out: NodeJS.WriteStream, label: string, total: number): Progress {
  const began = performance.now();
  let drawn = began + FIRST_FRAME_MS - FRAME_MS;
  let isDrawn = false;
  return {
    to: (done) => {
      const now = performance.now();
      if (now - drawn < FRAME_MS) return;
      drawn = now;
      isDrawn = true;
      out.write(`\r\x1b[2K${frame(label, done, total, (now - began) / 1000).slice(0, (out.columns ?? 100) - 1)}`);
    },
    end: () => {
      if (isDrawn) out.write('\r\x1b[2K');
    },
  };
}

function frame(label: string, done: number, total: number, seconds: number): string {
  const part = total > 0 ? Math.min(1, done / total) : 0;
  const filled = Math.round(part * BAR_CELLS);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? Math.max(0, (total - done) / rate) : 0;
  const cells = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
  return `${cells} ${Math.floor(part * 100)} %  ${compact(rate)}/s  ${clock(left)}  ${label}`;
}

function compact(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function writeLine(out: NodeJS.WriteStream, line: string): Promise<void> {
  return new Promise((done, fail) => {
    out.write(`${line}\n`, (error) => {
      if (error === undefined || error === null) done();
      else fail('code' in error && error.code === 'EPIPE' ? new OutputClosed() : error);
    });
  });
}
