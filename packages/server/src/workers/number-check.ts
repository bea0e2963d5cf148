// Asks the platform about a business number with the token that is set for it: whether the token is right, and what the number is
// called. Nothing is changed there, and nothing of it is kept here.

import { readGraphError } from '@acta/formats';
import type { GraphClient } from './graph-client.ts';

/** What the platform says of a number. */
export interface NumberSaid {
  readonly display?: string;
  readonly verifiedName?: string;
  /** GREEN, YELLOW, RED, UNKNOWN. */
  readonly quality?: string;
  /** CONNECTED and others. */
  readonly status?: string;
  /** How many people a day may be written to first. */
  readonly limit?: string;
}

export type NumberCheck =
  | ({ readonly state: 'known' } & NumberSaid)
  | { readonly state: 'no-token' }
  /** `code`: the platform's. */
  | { readonly state: 'wrong-token' | 'unknown-number' | 'not-allowed' | 'refused'; readonly code: number }
  /** `cause`: the network's. */
  | { readonly state: 'unreachable'; readonly cause: string };

const WRONG_TOKEN = 190;
const NO_SUCH_OBJECT = 100;
const NOT_ALLOWED: ReadonlySet<number> = new Set([3, 10, 200]);

/** Asks about one number. */
export async function checkNumber(graph: GraphClient, number: string): Promise<NumberCheck> {
  const answer = await graph.number(number);
  if (answer.kind !== 'answer')
    return answer.code === 'no-token' ? { state: 'no-token' } : { state: 'unreachable', cause: answer.code };
  const error = readGraphError(answer.bytes);
  if (error !== undefined || answer.status !== 200) return refusalOf(error?.code ?? answer.status);
  return { state: 'known', ...saidIn(answer.bytes) };
}

function refusalOf(code: number): NumberCheck {
  if (code === WRONG_TOKEN) return { state: 'wrong-token', code };
  if (code === NO_SUCH_OBJECT) return { state: 'unknown-number', code };
  return { state: NOT_ALLOWED.has(code) ? 'not-allowed' : 'refused', code };
}

const NAMES = {
  display: 'display_phone_number',
  verifiedName: 'verified_name',
  quality: 'quality_rating',
  status: 'status',
  limit: 'whatsapp_business_manager_messaging_limit',
} as const;

const LONGEST = 200;

/** What is no text, or too long to be what it should be, is left out. */
function saidIn(bytes: Uint8Array): NumberSaid {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return {};
  }
  if (typeof said !== 'object' || said === null) return {};
  const values = new Map<string, unknown>(Object.entries(said));
  const known = Object.entries(NAMES).flatMap(([name, field]) => {
    const value = values.get(field);
    return typeof value === 'string' && value.length <= LONGEST ? [[name, value.toWellFormed()]] : [];
  });
  return Object.fromEntries(known);
}
