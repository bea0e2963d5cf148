// The files of vectors/log, and the pages of vectors/ledger: what they are made from, and reading one.
import { readFileSync } from 'node:fs';
import { type CanonicalVectors, canonicalVectors } from './canonical-vectors.ts';
import { type CheckpointVectors, checkpointVectors } from './checkpoint-vectors.ts';
import { type NoteVectors, noteVectors } from './note-vectors.ts';
import { type PageVectors, pageVectors } from './page-vectors.ts';
import { type ProofVectors, proofVectors } from './proof-vectors.ts';
import { type TilePathVectors, tilePathVectors } from './tile-path-vectors.ts';
import { type TreeVectors, treeVectors } from './tree-vectors.ts';

interface VectorContents {
  readonly 'trees.json': TreeVectors;
  readonly 'tile-paths.json': TilePathVectors;
  readonly 'notes.json': NoteVectors;
  readonly 'checkpoints.json': CheckpointVectors;
  readonly 'proofs.json': ProofVectors;
  readonly 'canonical.json': CanonicalVectors;
  readonly '../ledger/pages.json': PageVectors;
}

export const vectorFolder: URL = new URL('../../vectors/log/', import.meta.url);

/** Every file with its text, made anew. */
export function vectorFiles(): Map<string, string> {
  const contents: VectorContents = {
    'trees.json': treeVectors(),
    'tile-paths.json': tilePathVectors(),
    'notes.json': noteVectors(),
    'checkpoints.json': checkpointVectors(),
    'proofs.json': proofVectors(),
    'canonical.json': canonicalVectors(),
    '../ledger/pages.json': pageVectors(),
  };
  return new Map(Object.entries(contents).map(([name, content]) => [name, asciiJson(content)]));
}

/** The vectors of a file as it stands in the repository. */
export function readVectors<Name extends keyof VectorContents>(name: Name): VectorContents[Name] {
  return JSON.parse(readFileSync(new URL(name, vectorFolder), 'utf8'));
}

/** JSON in ASCII, so that no editor or checkout changes an invisible character. */
function asciiJson(content: unknown): string {
  const text = JSON.stringify(content, null, 1);
  return `${text.replaceAll(/[^\n -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
