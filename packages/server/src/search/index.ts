/** Search: its index, its query language, and what they need of the world. */

export { matchRanges, type TextRange } from './match-ranges.ts';
export { type NameResolver, resolveQuery } from './name-resolution.ts';
export type { Clause, IdsClause, Period, Query, QueryOf, ResolvedClause, ResolvedQuery } from './query.ts';
export { LONGEST_QUERY, parseQuery } from './query-parser.ts';
export { SearchError, type SearchErrorCode, type SearchErrorPlace } from './search-error.ts';
export { type ErasedFromIndex, SearchIndex, type SearchIndexOptions } from './search-index.ts';
export type { SearchRequest, SearchResult, Suggestion } from './search-run.ts';
export type {
  IndexedMessage,
  SealedPart,
  SealedSegment,
  SegmentInfo,
  SegmentKey,
  SegmentKeys,
  SegmentStore,
} from './segment-store.ts';
export type { Hit } from './shard.ts';
export { HAS_WORDS, type HasWord } from './terms.ts';
