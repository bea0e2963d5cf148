// One thing that the platform tells the business: a message, a status, or the value of another field. What it looks like in a body
// with others is the envelope's matter.
import type { JsonObject } from '../json.ts';

export interface Update {
  readonly number: string;
  readonly field: string;
  /** Whom a message or a status is about. */
  readonly contact?: JsonObject;
  readonly message?: JsonObject;
  readonly status?: JsonObject;
  /** The whole value of any other field, or members beside the metadata. */
  readonly value?: JsonObject;
}
