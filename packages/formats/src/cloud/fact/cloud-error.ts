// An error of the platform, as it stands in statuses, messages, out of band in a delivery, and in answers to requests. Decide on
// the code, never on a title: titles change and are translated.

export interface CloudError {
  /** −1 where none is readable: 0 means that the access token has failed. */
  readonly code: number;
  readonly title?: string;
  readonly message?: string;
  readonly details?: string;
}
