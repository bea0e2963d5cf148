// Whether the webhook is reached at the address that the platform is told: this server shakes hands with itself there, from outside.

import { randomBytes } from 'node:crypto';
import { WEBHOOK_PATH } from './webhook.ts';
import type { WebhookWatch } from './webhook-watch.ts';

export interface ReachedPlace {
  /** The address by which people and the platform come. */
  readonly publicUrl: string | undefined;
  readonly verifyToken: string | undefined;
  /** Deliveries come from this machine, so that no TLS is needed. */
  readonly isLocal: boolean;
  readonly watch: WebhookWatch;
}

export type Reach =
  | { readonly state: 'answers' | 'no-address' | 'no-https' | 'no-verify-token' }
  /** Something else answers there, with this status. */
  | { readonly state: 'differs'; readonly status: number }
  | { readonly state: 'unreachable'; readonly cause: string };

const WAIT_MS = 10_000;
const MOST_BYTES = 1_024;

/** Shakes hands at the public address. */
export async function webhookReach({ isLocal, publicUrl, verifyToken, watch }: ReachedPlace): Promise<Reach> {
  if (publicUrl === undefined) return { state: 'no-address' };
  if (verifyToken === undefined) return { state: 'no-verify-token' };
  const url = callbackUrl(publicUrl);
  if (url.protocol !== 'https:' && !isLocal) return { state: 'no-https' };
  const challenge = randomBytes(12).toString('hex');
  watch.ownChallenge = challenge;
  const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': verifyToken, 'hub.challenge': challenge };
  url.search = new URLSearchParams(asked).toString();
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(WAIT_MS) });
    const text = await startOf(answer);
    return answer.status === 200 && text === challenge
      ? { state: 'answers' }
      : { state: 'differs', status: answer.status };
  } catch (error) {
    return { state: 'unreachable', cause: causeOf(error) };
  }
}

/** What is entered at the platform. */
export function callbackUrl(publicUrl: string): URL {
  const url = new URL(publicUrl);
  url.pathname = `${url.pathname.replace(SLASHES, '')}${WEBHOOK_PATH}`;
  return url;
}

const SLASHES = /\/+$/;

async function startOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

/** A code of the network alone; a text might name what it should not. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'FAILED';
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return CODE.test(code) ? code : 'FAILED';
}
