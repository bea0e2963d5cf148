// What the page that is opened needs, asked for at once and side by side: its code, and what it shows, while the server is still
// asked who sits here. Nobody asks here for what they would be refused: the page says what its session may.

import type { QueryClient } from '@tanstack/react-query';
import { ownSettingsQuery } from '../api/own-settings.ts';
import { sessionQuery } from '../api/session.ts';
import { conversationQuery, feedQuery } from '../conversation/feed-queries.ts';
import { anchorOf } from '../conversation/reading-place.ts';
import { askedBy, usualTab } from '../inbox/inbox-asked.ts';
import { inboxQuery, labelsQuery } from '../inbox/inbox-queries.ts';
import { countsQuery } from '../inbox/waiting.ts';
import { askedQuery, queryParts } from '../search/query-chips.ts';
import { orderOf, searchQuery } from '../search/search-queries.ts';
import type { routerFor } from './routes.tsx';

type Router = ReturnType<typeof routerFor>;

interface Match {
  readonly routeId: keyof Router['routesById'];
  readonly params: Readonly<Record<string, string>>;
  readonly search: Readonly<Record<string, string>>;
}

/** Begins to fetch; what fails is asked for again by whoever shows it. */
export function beginPage(router: Router, queries: QueryClient): void {
  void queries.prefetchQuery(sessionQuery);
  const matches: readonly Match[] = router.matchRoutes(router.latestLocation);
  for (const { routeId } of matches) void router.routesById[routeId].options.component?.preload?.();
  const may = mayHere();
  if (may.has('self')) void queries.prefetchQuery(ownSettingsQuery);
  if (may.has('read:conversations')) void queries.prefetchQuery(countsQuery);
  for (const match of matches) {
    if (match.routeId === '/house/inbox' && may.has('read:conversations')) void beginInbox(queries, match.search);
    if (match.routeId === '/house/inbox/$conversation' && may.has('read:messages')) {
      const id = Number(match.params['conversation']);
      void queries.prefetchQuery(conversationQuery(id));
      void queries.prefetchInfiniteQuery(feedQuery(id, anchorOf(match.search)));
    }
    if (match.routeId === '/house/search' && may.has('search')) {
      const asked = askedQuery(queryParts(match.search['q'] ?? ''));
      if (asked !== '') void queries.prefetchInfiniteQuery(searchQuery(asked, orderOf(match.search['sort'])));
    }
  }
}

async function beginInbox(queries: QueryClient, search: Parameters<typeof askedBy>[0]): Promise<void> {
  void queries.prefetchQuery(labelsQuery);
  const usual =
    search.tab === undefined
      ? await queries.ensureQueryData(countsQuery).then(usualTab, () => 'mine' as const)
      : 'mine';
  void queries.prefetchInfiniteQuery(inboxQuery(askedBy(search, usual)));
}

/** What the session may that the browser brought with the request for this page. */
function mayHere(): ReadonlySet<string> {
  const said = document.querySelector<HTMLMetaElement>('meta[property="acta-may"]')?.content ?? '';
  return new Set(said.split(' '));
}
