// A media object that a message carries: where to fetch it and what it should be. The id is valid for 7 days, a url for 5 minutes
// and only with the access token.

export interface CloudMedia {
  readonly id: string;
  readonly mime?: string;
  /** 64 hex digits, whichever writing arrived; absent where it is no SHA-256. */
  readonly sha256?: string;
  readonly filename?: string;
  readonly url?: string;
  /** True for a voice note, false for another audio file. */
  readonly voice?: boolean;
  /** Of a sticker. */
  readonly animated?: boolean;
}
