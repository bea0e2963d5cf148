// From an error to its sentence, its exit code, and its line of JSON. The one table that maps what went wrong to what a
// person reads and does next.

import { LedgerError } from '@acta/ledger';
import { SearchError } from '../search/index.ts';
import { type ErrorDetail, ServerError, type ServerErrorCode } from '../server-error.ts';
import { EXIT, printable } from './command.ts';
import { isSentence, type Sentences } from './sentences/index.ts';

const EXIT_OF: Partial<Record<ServerErrorCode, number>> = {
  usage: EXIT.usage,
  'date-order-unclear': EXIT.answerNeeded,
  'chat-unclear': EXIT.answerNeeded,
  'chat-ambiguous': EXIT.answerNeeded,
  'confirm-needed': EXIT.answerNeeded,
};

/** The exit code of an error. */
export function exitOf(error: unknown): number {
  if (error instanceof ServerError) return EXIT_OF[error.code] ?? EXIT.failed;
  if (error instanceof SearchError && error.code !== 'index-damaged' && error.code !== 'out-of-order') return EXIT.usage;
  return EXIT.failed;
}

/** The code under which an error is reported. */
export function codeOf(error: unknown): string {
  if (error instanceof ServerError || error instanceof LedgerError) return error.code;
  if (error instanceof SearchError) return `query-${error.code}`;
  return 'internal';
}

/** What a person reads. */
export function describeError(say: Sentences, error: unknown): string {
  if (error instanceof ServerError) return describeCode(say, error.code, error.detail);
  if (error instanceof SearchError) {
    const key = `error.query.${error.code}`;
    return say('error.query', { offset: (error.place.offset ?? 0) + 1, reason: isSentence(key) ? say(key) : error.code });
  }
  if (error instanceof LedgerError) {
    const key = `error.ledger.${error.code}`;
    return isSentence(key) ? say(key) : say('error.internal', { kind: `ledger/${error.code}` });
  }
  return say('error.internal', { kind: error instanceof Error ? error.name : typeof error });
}

/** The sentence of a code; a code without one of its own names itself. */
export function describeCode(say: Sentences, code: string, detail: ErrorDetail = {}): string {
  const values = Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, typeof value === 'string' ? printable(value) : value]));
  if (code === 'usage') {
    const key = `error.usage.${detail['reason']}`;
    return say('error.usage', { ...values, reason: isSentence(key) ? say(key) : '' });
  }
  const key = `error.${code}`;
  if (isSentence(key)) return say(key, values);
  return say('error.file-refused', { ...values, reason: code });
}
