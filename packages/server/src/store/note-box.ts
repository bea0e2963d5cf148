// How a reader on another machine than the writer's hands it a note and learns that it is on record. Texts only; what
// stands in them is for those who write and keep them.

export interface NoteBox {
  /** Gives every note that is left to `keep`, until closed. `keep` resolves to the seq of its record, or undefined if it refuses. */
  listen(keep: (note: string) => Promise<number | undefined>): Promise<{ readonly close: () => Promise<void> }>;
  /** Leaves a note for the writer. Resolves to the seq of its record, or undefined if nobody answered; then it was taken back. */
  handOver(note: string): Promise<number | undefined>;
}
