/**
 * Where a log's tiles and entry bundles lie and how wide they are (c2sp.org/tlog-tiles). Pure layout: paths are relative
 * to the log's prefix, and nothing here reads or writes a file.
 */
import { isCount, parseDecimal } from './decimal.ts';
import { VerifierError } from './error.ts';

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256;

const MAX_TILE_LEVEL = 63;
const TILE_PATH = /^tile\/(entries|0|[1-9][0-9]?)\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** A tile of hashes: `width` is 256 when full, 1 to 255 when partial. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** What a path names: a tile of hashes, or a bundle of entries. */
export type TilePath =
  | { readonly kind: 'hashes'; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: 'entries'; readonly index: number; readonly width: number };

/** `tile/<L>/<N>` or `tile/<L>/<N>.p/<W>`. Throws `out-of-range`. */
export function tilePath(level: number, index: number, width: number = TILE_WIDTH): string {
  if (!isCount(level) || level > MAX_TILE_LEVEL) throw new VerifierError('out-of-range', { what: 'tile level' });
  return `tile/${level}/${placePath(index, width)}`;
}

/** `tile/entries/<N>` or `tile/entries/<N>.p/<W>`. Throws `out-of-range`. */
export function entriesPath(index: number, width: number = TILE_WIDTH): string {
  return `tile/entries/${placePath(index, width)}`;
}

/** Reads a path that `tilePath` or `entriesPath` would write, and no other spelling. Throws `tile-path-malformed`. */
export function parseTilePath(path: string): TilePath {
  const match = TILE_PATH.exec(path);
  const [, level, groups, partial] = match ?? [];
  if (level === undefined || groups === undefined)
    throw new VerifierError('tile-path-malformed', { what: 'tile path' });
  const index = Number(groups.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : (parseDecimal(partial) ?? 0);
  const levelNumber = parseDecimal(level) ?? 0;
  const known = isCount(index) && width <= TILE_WIDTH && levelNumber <= MAX_TILE_LEVEL;
  const written = !known ? '' : level === 'entries' ? entriesPath(index, width) : tilePath(levelNumber, index, width);
  if (written !== path) throw new VerifierError('tile-path-malformed', { what: 'tile path' });
  return level === 'entries' ? { kind: 'entries', index, width } : { kind: 'hashes', level: levelNumber, index, width };
}

/**
 * All tiles of a tree of `size` leaves, level by level, left to right; a bundle of entries goes with each of level 0.
 * Throws `out-of-range`.
 */
export function* tilesOf(size: number): Generator<Tile, void, undefined> {
  if (!isCount(size)) throw new VerifierError('out-of-range', { what: 'tree size' });
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const full = Math.floor(hashes / TILE_WIDTH);
    for (let index = 0; index < full; index++) yield { level, index, width: TILE_WIDTH };
    if (hashes % TILE_WIDTH > 0) yield { level, index: full, width: hashes % TILE_WIDTH };
  }
}

/** `<N>` in groups of three digits, all but the last marked with `x`, and `.p/<W>` when partial. */
function placePath(index: number, width: number): string {
  if (!isCount(index)) throw new VerifierError('out-of-range', { what: 'tile index' });
  if (!isCount(width) || width < 1 || width > TILE_WIDTH)
    throw new VerifierError('out-of-range', { what: 'tile width' });
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}
