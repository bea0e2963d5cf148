// The signature of a webhook: HMAC-SHA256 of the raw body under an app secret, in `X-Hub-Signature-256`. Fails closed: no secret,
// no header or another form of it is a wrong signature. (Meta, "Webhooks from Meta: validating payloads".)

import { createHmac, timingSafeEqual } from 'node:crypto';

const HEADER = /^sha256=([0-9a-f]{64})$/i;

export interface FoundSignature {
  /** Hex, lower case. */
  readonly signature: string;
  /** Which secret made it; 0 the first. */
  readonly secret: number;
}

/** The signature of these bytes, if one of the secrets made it. Every secret is tried, in the same time. */
export function foundSignature(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
): FoundSignature | undefined {
  const signature = HEADER.exec(header ?? '')?.[1]?.toLowerCase();
  if (signature === undefined) return undefined;
  const said = Buffer.from(signature, 'hex');
  let found: number | undefined;
  for (const [at, secret] of secrets.entries()) {
    const isRight = timingSafeEqual(createHmac('sha256', secret).update(body).digest(), said);
    if (isRight) found ??= at;
  }
  return found === undefined ? undefined : { signature, secret: found };
}

/** Whether two texts are equal, in a time that does not depend on where they differ. */
export function isSameSecret(said: string, expected: string): boolean {
  const [one, other] = [said, expected].map((text) => createHmac('sha256', 'acta').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
