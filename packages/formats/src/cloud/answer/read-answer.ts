// What the platform answers to a request: accepted, refused with an error, or something that is neither and proves nothing, as
// from a proxy. An accepted message is not a delivered one. Answers are not trusted to have any shape.
import type { CloudError } from '../fact/cloud-error.ts';
import { exactNumber } from '../webhook/body-text.ts';
import { type Draft, flagOf, integerOf, type Loose, listOf, objectOf, textOf } from '../webhook/loose-json.ts';
import { errorOf } from '../webhook/read-errors.ts';
import { kindOfId } from '../webhook/read-marks.ts';
import { hexOf } from '../webhook/read-media.ts';

/** An error of the Graph API. */
export interface GraphError extends CloudError {
  readonly subcode?: number;
  readonly type?: string;
  readonly isTransient?: boolean;
  /** For a question to the platform's support. */
  readonly traceId?: string;
}

export interface SendAccepted {
  readonly outcome: 'accepted';
  readonly wamid: string;
  readonly waId?: string;
  readonly bsuid?: string;
  /** `accepted`, `held_for_quality_assessment`, …, verbatim; only for paced templates. */
  readonly messageStatus?: string;
}

export type SendResponse =
  | SendAccepted
  | { readonly outcome: 'refused'; readonly error: GraphError }
  /** Nobody can know from it whether the message was taken. */
  | { readonly outcome: 'unclear' };

export interface MediaInfo {
  readonly outcome: 'found';
  readonly url: string;
  readonly id?: string;
  readonly mime?: string;
  /** 64 hex digits. */
  readonly sha256?: string;
  readonly sizeBytes?: number;
}

export type MediaResponse =
  | MediaInfo
  | { readonly outcome: 'refused'; readonly error: GraphError }
  | { readonly outcome: 'unclear' };

const utf8 = new TextDecoder();

/** Reads the answer to a message that was sent. Throws nothing. */
export function readSendResponse(bytes: Uint8Array): SendResponse {
  const answer = jsonOf(bytes);
  const error = graphErrorIn(answer);
  if (error !== undefined) return { outcome: 'refused', error };
  const message = objectOf(listOf(answer?.['messages'])[0]);
  const wamid = textOf(message?.['id']);
  if (wamid === undefined) return { outcome: 'unclear' };
  const accepted: Draft<SendAccepted> = { outcome: 'accepted', wamid };
  const contact = objectOf(listOf(answer?.['contacts'])[0]);
  const [id, bsuid] = [textOf(contact?.['wa_id']), textOf(contact?.['user_id'])];
  const messageStatus = textOf(message?.['message_status']);
  if (id !== undefined) accepted[kindOfId(id) === 'waId' ? 'waId' : 'bsuid'] = id;
  if (bsuid !== undefined) accepted.bsuid = bsuid;
  if (messageStatus !== undefined) accepted.messageStatus = messageStatus;
  return accepted;
}

/** Reads the answer to a question for a media object: where to fetch it within five minutes. Throws nothing. */
export function readMediaInfo(bytes: Uint8Array): MediaResponse {
  const answer = jsonOf(bytes);
  const error = graphErrorIn(answer);
  if (error !== undefined) return { outcome: 'refused', error };
  const url = textOf(answer?.['url']);
  if (url === undefined) return { outcome: 'unclear' };
  const info: Draft<MediaInfo> = { outcome: 'found', url };
  const id = textOf(answer?.['id']);
  const mime = textOf(answer?.['mime_type']);
  const sha256 = hexOf(textOf(answer?.['sha256']));
  const sizeBytes = integerOf(answer?.['file_size']);
  if (id !== undefined) info.id = id;
  if (mime !== undefined) info.mime = mime;
  if (sha256 !== undefined) info.sha256 = sha256;
  if (sizeBytes !== undefined && sizeBytes >= 0) info.sizeBytes = sizeBytes;
  return info;
}

/** @returns the error of an answer, `{error: {…}}`; nothing if it holds none. Throws nothing. */
export function readGraphError(bytes: Uint8Array): GraphError | undefined {
  return graphErrorIn(jsonOf(bytes));
}

function graphErrorIn(answer: Loose | undefined): GraphError | undefined {
  const object = objectOf(answer?.['error']);
  if (object === undefined) return undefined;
  const error: Draft<GraphError> = { ...errorOf(object) };
  const title = textOf(object['error_user_title']);
  const subcode = integerOf(object['error_subcode']);
  const type = textOf(object['type']);
  const isTransient = flagOf(object['is_transient']);
  const traceId = textOf(object['fbtrace_id']);
  if (title !== undefined) error.title = title;
  if (subcode !== undefined) error.subcode = subcode;
  if (type !== undefined) error.type = type;
  if (isTransient !== undefined) error.isTransient = isTransient;
  if (traceId !== undefined) error.traceId = traceId;
  return error;
}

function jsonOf(bytes: Uint8Array): Loose | undefined {
  try {
    return objectOf(JSON.parse(utf8.decode(bytes), exactNumber));
  } catch {
    return undefined;
  }
}
