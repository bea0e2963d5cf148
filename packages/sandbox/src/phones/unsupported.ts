// What the platform says of something that it cannot carry: a poll, or an edit on a number that does not hear of edits.
import type { JsonObject } from '../json.ts';

/** @returns the members of such a message */
export function unsupportedMembers(kind: string): JsonObject {
  return { type: 'unsupported', errors: [unsupportedError], unsupported: { type: kind } };
}

const unsupportedError: JsonObject = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};
