// What of a delivery was erased by order and stays away, however often the platform repeats it.

import type { CloudFact } from '@acta/formats';
import type { BlindIndex } from '../../records/blind-index.ts';
import { phoneOfWaId } from '../../records/identity.ts';
import { phoneSuppression, type SuppressedHashes, wamidSuppression } from '../../records/suppression.ts';
import type { ReadPiece } from './delivery.ts';
import { marksIn } from './placed-pieces.ts';

/** The pieces of one delivery that stay away: what was erased, and whom nothing else of the delivery names. */
export function erasedAmong(
  pieces: readonly ReadPiece[],
  blind: BlindIndex,
  suppressed: SuppressedHashes,
): readonly ReadPiece[] {
  if (suppressed.isEmpty) return [];
  const away = new Set(pieces.filter(({ fact }) => isErased(blind, suppressed, fact)));
  if (away.size === 0) return [];
  const staying = pieces.filter((piece) => piece.fact.fact !== 'contact' && !away.has(piece));
  const named = new Set(staying.flatMap(({ fact }) => idsIn(fact)));
  for (const piece of pieces) {
    if (piece.fact.fact === 'contact' && !idsIn(piece.fact).some((id) => named.has(id))) away.add(piece);
  }
  return [...away];
}

/** The message itself, or, of a history that is told afterwards, its person. */
function isErased(blind: BlindIndex, suppressed: SuppressedHashes, fact: CloudFact): boolean {
  if ('wamid' in fact && fact.wamid !== undefined && suppressed.has(wamidSuppression(blind, fact.wamid))) return true;
  const waId = fact.fact === 'message' && fact.origin === 'history' ? fact.person?.waId : undefined;
  const phone = waId === undefined ? undefined : phoneOfWaId(waId);
  return phone !== undefined && suppressed.has(phoneSuppression(blind, phone));
}

function idsIn(fact: CloudFact): string[] {
  return marksIn(fact).flatMap(({ bsuid, waId }) => [bsuid, waId].filter((id) => id !== undefined));
}
