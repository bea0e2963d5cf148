// How the platform words an error: always the same object, whatever went wrong. Receivers decide on `code`.
import { type JsonObject, present } from '../json.ts';
import type { SandboxError } from '../sandbox-error.ts';
import { statusOf, titleOf } from '../world/graph-titles.ts';

export interface GraphAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

/** @returns the answer to a request that is refused with a code */
export function refusal(code: number, details: string, traceId: string, subcode?: number): GraphAnswer {
  const isUnnumbered = code === 190 || code === 0;
  const title = titleOf(code);
  const error = present({
    message: isUnnumbered ? title : `(#${code}) ${title}`,
    type: 'OAuthException',
    code,
    error_subcode: subcode,
    error_data: isUnnumbered ? undefined : { messaging_product: 'whatsapp', details },
    fbtrace_id: traceId,
  });
  return { status: statusOf(code), body: { error } };
}

/** @returns the answer to an error of the sandbox's checks; a control's word becomes the platform's "does not exist" */
export function answerTo({ code, details, subcode }: SandboxError, traceId: string): GraphAnswer {
  return typeof code === 'number' ? refusal(code, details, traceId, subcode) : refusal(100, details, traceId, 33);
}
