/** Names in a query become ids. The index knows no names: who bears one, the server says. */

import type { Clause, NameClause, Query, ResolvedClause, ResolvedQuery } from './query.ts';
import { SearchError } from './search-error.ts';

/** Gives the ids that a name or id as typed stands for; none if there is nobody and nothing of that name. */
export interface NameResolver {
  people(value: string): Promise<readonly number[]>;
  chats(value: string): Promise<readonly number[]>;
}

/** Resolves every name. Throws `unknown-person` or `unknown-chat` at the filter's offset. */
export async function resolveQuery(query: Query, names: NameResolver): Promise<ResolvedQuery> {
  return {
    must: await Promise.all(query.must.map((clause) => resolved(clause, names))),
    not: await Promise.all(query.not.map((clause) => resolved(clause, names))),
    period: query.period,
  };
}

async function resolved(clause: Clause, names: NameResolver): Promise<ResolvedClause> {
  if (!isName(clause)) return clause;
  const isFrom = clause.kind === 'from';
  const ids = isFrom ? await names.people(clause.value) : await names.chats(clause.value);
  if (ids.length === 0) throw new SearchError(isFrom ? 'unknown-person' : 'unknown-chat', { offset: clause.offset });
  return { kind: isFrom ? 'from-ids' : 'in-ids', ids };
}

function isName(clause: Clause): clause is NameClause {
  return clause.kind === 'from' || clause.kind === 'in';
}
