// How a reader's audit record, or an order about keys, reaches the running writer: through the storage where several machines share it, through a
// socket in the vault's folder where one machine does.

import { type Handed, handOver, listenForNotes as listenOnSocket, parseHanded } from '../access/audit-socket.ts';
import type { NoteBox } from '../store/note-box.ts';
import type { VaultFolder } from '../store/vault-folder.ts';

interface NotesPlace {
  readonly notes?: NoteBox;
}

/** Hands something to the running writer. Resolves to the seq of its record, or undefined if nobody answers. */
export function handOverNote(folder: VaultFolder, { notes }: NotesPlace, note: Handed): Promise<number | undefined> {
  return notes === undefined ? handOver(folder.file('writer.sock'), note) : notes.handOver(JSON.stringify(note));
}

/** Gives everything that is handed over to `keep`, which makes it durable, until closed. */
export function listenForNotes(
  folder: VaultFolder,
  { notes }: NotesPlace,
  keep: (note: Handed) => Promise<number>,
): Promise<{ close: () => Promise<void> }> {
  if (notes === undefined) return listenOnSocket(folder.file('writer.sock'), keep);
  return notes.listen(async (text) => {
    const note = parseHanded(text);
    return note === undefined ? undefined : keep(note);
  });
}
