// Bytes that are here already, as the stream that a shelf or a file is written from.

/** A stream of one chunk. */
export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
