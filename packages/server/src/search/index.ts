/** Search: its index, its query language. What it needs of the world stands in `segment-store.ts`. */

export { matchRanges, type TextRange } from './match-ranges.ts';
export { maskOf } from './message-batch.ts';
export { resolveQuery } from './name-resolution.ts';
export { LONGEST_QUERY, parseQuery } from './query-parser.ts';
export { SearchError, type SearchErrorCode } from './search-error.ts';
export { SearchIndex, type SearchIndexOptions } from './search-index.ts';
export type { Suggestion } from './search-run.ts';
export type { MessageBatch } from './segment-store.ts';
export { HAS_WORDS } from './terms.ts';
