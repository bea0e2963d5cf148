// One delivery to an outbound webhook: a signed body, one connection to the address that was checked, no redirect, an answer that is
// read no further than its status. Nothing of the body stands in an error.

import { createHmac } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { addressFault, type Resolve, resolvedAddress } from '../access/hook-address.ts';

const ANSWER_MS = 15_000;

export interface HookCall {
  readonly url: string;
  /** 32 bytes. */
  readonly secret: Uint8Array;
  readonly body: string;
  readonly nowMs: number;
}

export interface Reach {
  readonly allowsPrivate: boolean;
  readonly resolve: Resolve;
}

export type HookAnswer = { readonly isTaken: true } | { readonly isTaken: false; readonly reason: string };

/** `t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>", hex>`. */
function hookSignature(secret: Uint8Array, body: string, nowMs: number): string {
  const t = Math.floor(nowMs / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

/** Delivers a body. Never rejects; an answer of 2xx takes it. */
export async function callHook(call: HookCall, reach: Reach, signal: AbortSignal): Promise<HookAnswer> {
  const fault = addressFault(call.url, reach.allowsPrivate);
  if (fault !== undefined) return { isTaken: false, reason: fault };
  const url = new URL(call.url);
  const address = await resolvedAddress(url, reach);
  if (typeof address === 'string') return { isTaken: false, reason: address };
  return post(url, address, call, signal);
}

function post(url: URL, { address, family }: LookupAddress, call: HookCall, signal: AbortSignal): Promise<HookAnswer> {
  const body = Buffer.from(call.body);
  const request = url.protocol === 'https:' ? requestTls : requestPlain;
  return new Promise((resolve) => {
    const failed = (reason: string): void => resolve({ isTaken: false, reason });
    const sent = request(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      // The name was resolved and judged: this connection asks nobody again.
      lookup: (_host, options, done) => {
        if (options.all === true) done(null, [{ address, family }]);
        else done(null, address, family);
      },
      headers: {
        'content-type': 'application/json',
        'content-length': body.length,
        'user-agent': 'acta',
        'acta-signature': hookSignature(call.secret, call.body, call.nowMs),
      },
    });
    sent.on('error', () => failed('unreachable'));
    sent.on('response', (response) => {
      const { statusCode = 0 } = response;
      response.on('error', () => undefined);
      response.destroy();
      if (statusCode >= 200 && statusCode < 300) resolve({ isTaken: true });
      else failed(`status-${statusCode}`);
    });
    sent.end(body);
  });
}
