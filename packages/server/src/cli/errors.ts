// From an error to its sentence, its exit code, and its line of JSON. The one table that maps what went wrong to what a
// person reads and does next.

import { FormatsError } from '@acta/formats';
import { LedgerError } from '@acta/ledger';
import { SearchError } from '../search/index.ts';
import { type ErrorDetail, ServerError, type ServerErrorCode } from '../server-error.ts';
import { EXIT, printable } from './command.ts';
import { isSentence, type Sentences } from './sentences/index.ts';

const EXIT_OF: Partial<Record<ServerErrorCode, number>> = {
  usage: EXIT.usage,
  'cell-needed': EXIT.usage,
  'cell-unknown': EXIT.usage,
  'cell-unclear': EXIT.answerNeeded,
  'date-order-unclear': EXIT.answerNeeded,
  'chat-unclear': EXIT.answerNeeded,
  'chat-ambiguous': EXIT.answerNeeded,
  'confirm-needed': EXIT.answerNeeded,
  'factor-needed': EXIT.answerNeeded,
};

/** The exit code of an error. */
export function exitOf(error: unknown): number {
  if (error instanceof ServerError) return EXIT_OF[error.code] ?? EXIT.failed;
  if (error instanceof SearchError && error.code !== 'index-damaged' && error.code !== 'out-of-order')
    return EXIT.usage;
  return EXIT.failed;
}

/** The code under which an error is reported. */
export function codeOf(error: unknown): string {
  if (error instanceof ServerError || error instanceof LedgerError || error instanceof FormatsError) return error.code;
  if (error instanceof SearchError) return `query-${error.code}`;
  return 'internal';
}

/** What a person reads. */
export function describeError(say: Sentences, error: unknown): string {
  if (error instanceof ServerError) return describeCode(say, error.code, error.detail);
  if (error instanceof FormatsError) return describeCode(say, error.code, { ...error.place });
  if (error instanceof SearchError) return describeSearch(say, error);
  if (error instanceof LedgerError) {
    const key = `error.ledger.${error.code}`;
    return isSentence(key)
      ? say(key, { ...error.coordinates })
      : say('error.internal', { kind: `ledger/${error.code}` });
  }
  return say('error.internal', { kind: error instanceof Error ? error.name : typeof error });
}

function describeSearch(say: Sentences, { code, place }: SearchError): string {
  if (code === 'index-damaged' || code === 'out-of-order') return say('error.query.index-damaged');
  return say('error.query', { offset: (place.offset ?? 0) + 1, reason: say(`error.query.${code}`) });
}

/** The sentence of a code; a code without one of its own names itself. Where the whole file is meant, that is from line 1 on. */
export function describeCode(say: Sentences, code: string, detail: ErrorDetail = {}): string {
  const shown = Object.entries(detail).map(([name, value]) => [
    name,
    typeof value === 'string' ? printable(value) : value,
  ]);
  const values: Record<string, string | number> = Object.fromEntries(shown);
  values['line'] = Math.max(1, Number(detail['line'] ?? 1));
  if (code === 'usage' && detail['reason'] === 'command') return say('error.usage.command', values);
  const reasonKey = `error.${code}.${detail['reason']}`;
  if (isSentence(reasonKey)) values['reason'] = say(reasonKey, values);
  const key = `error.${code}`;
  if (isSentence(key)) return say(key, values);
  return say('error.file-refused', { ...values, reason: code });
}
