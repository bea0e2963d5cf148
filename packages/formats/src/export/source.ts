/**
 * Where an export's bytes come from and what stands beside them. No disk here: whoever has a file, a zip entry or a
 * capture hands over a way to open it, several times if need be.
 */

export interface ExportSource {
  /** Opens the bytes from the start; every call gives the same bytes. */
  open(): AsyncIterable<Uint8Array>;
  /** Names of the files beside the text, when known. */
  readonly mediaNames?: ReadonlySet<string>;
  /** The chat's title, taken from the file or zip name, when known. */
  readonly titleHint?: string;
  /** `YYYY-MM-DD`: the export was made on this day or before it. */
  readonly madeAt?: string;
}

/** The order of day, month and year in written dates. */
export type FieldOrder = 'DMY' | 'MDY' | 'YMD';

export interface InspectOptions {
  readonly now: Date;
  /** A person's answer; it decides what the file leaves open and never beats impossible dates. */
  readonly dateOrder?: FieldOrder;
  /** Whoever reads the entries next may have a map of them: 12 bytes an entry, at most 4,000,000 entries. */
  readonly mapsEntries?: boolean;
}
