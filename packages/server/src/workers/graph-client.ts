// Calls the Graph API of the WhatsApp platform. It tells what surely did not leave this machine from what may have, because only
// the first may be tried again; it follows no redirect, and neither the token nor an address or a text ever stands in an error.

const VERSION = 'v25.0';
const CALL_MS = 15_000;
const ANSWER_BYTES = 256 * 1024;
const NUMBER_FIELDS =
  'display_phone_number,verified_name,quality_rating,status,whatsapp_business_manager_messaging_limit';

/** What came of a call. */
export type GraphAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly bytes: Uint8Array }
  /** The request cannot have reached the platform. */
  | { readonly kind: 'unsent'; readonly code: string }
  /** It may have, and nobody knows. */
  | { readonly kind: 'lost'; readonly code: string };

export interface GraphPlace {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  /** The access token of a business number; undefined where there is none. */
  readonly tokenOf: (number: string) => string | undefined;
}

export class GraphClient {
  private readonly place: GraphPlace;

  constructor(place: GraphPlace) {
    this.place = place;
  }

  /** Sends a message or a receipt. `body` is the request's JSON. */
  send(number: string, body: string): Promise<GraphAnswer> {
    return this.call(number, `${encodeURIComponent(number)}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }

  /** Asks where a media object lies. */
  mediaInfo(number: string, id: string): Promise<GraphAnswer> {
    const path = `${encodeURIComponent(id)}?phone_number_id=${encodeURIComponent(number)}`;
    return this.call(number, path, { method: 'GET' });
  }

  /** Asks what a business number is called, and how it stands. */
  number(number: string): Promise<GraphAnswer> {
    return this.call(number, `${encodeURIComponent(number)}?fields=${NUMBER_FIELDS}`, { method: 'GET' });
  }

  /** Asks for a page of an account's templates. */
  templates(number: string, account: string, after?: string): Promise<GraphAnswer> {
    const more = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    return this.call(number, `${encodeURIComponent(account)}/message_templates?limit=50${more}`, { method: 'GET' });
  }

  /** Where and with which headers a file is uploaded; undefined without a token. */
  uploadPlace(number: string): { readonly url: URL; readonly authorization: string } | undefined {
    const token = this.place.tokenOf(number);
    if (token === undefined) return undefined;
    return { url: this.urlOf(`${encodeURIComponent(number)}/media`), authorization: `Bearer ${token}` };
  }

  /** Begins to fetch a file whose address was found allowed. The caller reads or cancels its body. */
  async download(number: string, url: URL, signal: AbortSignal): Promise<Response | undefined> {
    const token = this.place.tokenOf(number);
    if (token === undefined) return undefined;
    const headers = { authorization: `Bearer ${token}` };
    return fetch(url, { headers, redirect: 'manual', signal }).catch(() => undefined);
  }

  private async call(number: string, path: string, request: RequestInit): Promise<GraphAnswer> {
    const token = this.place.tokenOf(number);
    if (token === undefined) return { kind: 'unsent', code: 'no-token' };
    const headers = { ...(request.headers as Record<string, string>), authorization: `Bearer ${token}` };
    try {
      const signal = AbortSignal.timeout(CALL_MS);
      const answer = await fetch(this.urlOf(path), { ...request, headers, redirect: 'manual', signal });
      return { kind: 'answer', status: answer.status, bytes: await limited(answer) };
    } catch (error) {
      return failureOf(error);
    }
  }

  private urlOf(path: string): URL {
    return new URL(`${this.place.apiUrl}/${VERSION}/${path}`);
  }
}

/** The body, as far as any answer of the platform is long. */
async function limited(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > ANSWER_BYTES) break;
  }
  return Buffer.concat(parts);
}

/** A failure of the network, by where it happened. Before there is a connection that is trusted, no request is written. */
export function failureOf(error: unknown): Exclude<GraphAnswer, { readonly kind: 'answer' }> {
  const causes = causesOf(error);
  const code = causes.map(codeOf).find((one) => one !== undefined) ?? 'failed';
  const isBefore = causes.length > 0 && causes.every((cause) => isBeforeRequest(cause));
  return { kind: isBefore ? 'unsent' : 'lost', code };
}

function causesOf(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [error];
  const cause = error.cause ?? error;
  return cause instanceof AggregateError && cause.errors.length > 0 ? cause.errors : [cause];
}

const CONNECTING: ReadonlySet<string> = new Set(['connect', 'getaddrinfo']);
const UNTRUSTED: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function isBeforeRequest(cause: unknown): boolean {
  const syscall = cause instanceof Error && 'syscall' in cause ? String(cause.syscall) : '';
  return CONNECTING.has(syscall) || UNTRUSTED.has(codeOf(cause) ?? '');
}

const CODE = /^[A-Z][A-Z0-9_]{1,60}$/;

/** An error's code, if it is one; a text is none. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') return 'TIMEOUT';
  const code = 'code' in cause ? String(cause.code) : '';
  return CODE.test(code) ? code : undefined;
}
