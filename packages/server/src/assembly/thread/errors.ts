// Errors on their way from one thread to another: the error classes that callers tell apart arrive as what they were, with
// code and coordinates; of any other its name, message and code. Structured cloning alone would lose class and code.

import { LedgerError } from '@acta/ledger';
import { SearchError } from '../../search/search-error.ts';
import { ServerError } from '../../server-error.ts';

/** An error as plain data. */
export type SentError =
  | {
      readonly of: 'server';
      readonly code: ServerError['code'];
      readonly detail: ServerError['detail'];
      readonly cause?: SentError;
    }
  | { readonly of: 'ledger'; readonly code: LedgerError['code']; readonly coordinates: LedgerError['coordinates'] }
  | { readonly of: 'search'; readonly code: SearchError['code']; readonly place: SearchError['place'] }
  | {
      readonly of: 'other';
      readonly name: string;
      readonly message: string;
      readonly code?: string;
      readonly stack?: string;
    };

/** The error as it is sent. */
export function sentError(error: unknown): SentError {
  if (error instanceof ServerError) {
    const { cause, code, detail } = error;
    return { of: 'server', code, detail, ...(cause === undefined ? {} : { cause: sentError(cause) }) };
  }
  if (error instanceof LedgerError) return { of: 'ledger', code: error.code, coordinates: { ...error.coordinates } };
  if (error instanceof SearchError) return { of: 'search', code: error.code, place: { ...error.place } };
  if (!(error instanceof Error)) return { of: 'other', name: 'Error', message: String(error) };
  const { message, name, stack } = error;
  return {
    of: 'other',
    name,
    message,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(stack === undefined ? {} : { stack }),
  };
}

/** The error as it was thrown, as far as its class is known here. */
export function receivedError(sent: SentError): Error {
  switch (sent.of) {
    case 'server':
      return new ServerError(sent.code, sent.detail, sent.cause === undefined ? undefined : receivedError(sent.cause));
    case 'ledger':
      return new LedgerError(sent.code, sent.coordinates);
    case 'search':
      return new SearchError(sent.code, sent.place);
    case 'other': {
      const { code, message, name, stack } = sent;
      const more = { name, ...(code === undefined ? {} : { code }), ...(stack === undefined ? {} : { stack }) };
      return Object.assign(new Error(message), more);
    }
  }
}
