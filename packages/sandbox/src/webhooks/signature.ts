// The signature of a delivery: HMAC-SHA256 of the body's bytes under the app secret, in X-Hub-Signature-256.
import { createHmac } from 'node:crypto';

/** @returns the value of the header */
export function signatureOf(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
