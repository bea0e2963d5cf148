// How a reader's audit record reaches the running writer: through the storage where several machines share it, through a
// socket in the vault's folder where one machine does.

import { handOver, listenForNotes as listenOnSocket, parseNote } from '../access/audit-socket.ts';
import type { AuditNote } from '../records/audit.ts';
import type { NoteBox } from '../store/note-box.ts';
import type { VaultFolder } from '../store/vault-folder.ts';

interface NotesPlace {
  readonly notes?: NoteBox;
}

/** Hands a note to the running writer. Resolves to its seq, or undefined if nobody answers. */
export function handOverNote(folder: VaultFolder, { notes }: NotesPlace, note: AuditNote): Promise<number | undefined> {
  return notes === undefined ? handOver(folder.file('writer.sock'), note) : notes.handOver(JSON.stringify(note));
}

/** Gives every note that a reader leaves to `keep`, which makes it durable, until closed. */
export function listenForNotes(
  folder: VaultFolder,
  { notes }: NotesPlace,
  keep: (note: AuditNote) => Promise<number>,
): Promise<{ close: () => Promise<void> }> {
  if (notes === undefined) return listenOnSocket(folder.file('writer.sock'), keep);
  return notes.listen(async (text) => {
    const note = parseNote(text);
    return note === undefined ? undefined : keep(note);
  });
}
