// Every page and its address. A page is fetched when somebody goes there. What a page shows stands in its address, so that a link
// opens it again.

import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { NotFound, PageFailed } from './page-states.tsx';
import { SignedIn } from './signed-in.tsx';

interface RouterContext {
  readonly queries: QueryClient;
}

/** Text of an address, as far as it is some; a page says which names it knows. */
type Search<Name extends string> = { readonly [Key in Name]?: string };

function searchOf<Name extends string>(...names: readonly Name[]): (search: Record<string, unknown>) => Search<Name> {
  return (search) => {
    const known: { [Key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' || typeof value === 'number') known[name] = String(value);
    }
    return known;
  };
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: NotFound });

/** Pages of somebody who is signed in; everybody else is led to where they can be. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: SignedIn,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery).catch(() => undefined);
    if (session === undefined || session.state === 'signed-in') return;
    if (session.state === 'set-up') throw redirect({ to: '/set-up' });
    throw redirect({ to: '/sign-in', search: { after: location.href } });
  },
});

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../set-up/set-up-page.tsx'), 'SetUpPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: searchOf('after'),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** Where the organisation's provider sends people back to. */
const signInBack = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/back',
  component: lazyRouteComponent(() => import('../sign-in/back-page.tsx'), 'BackPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../sign-in/invitation-page.tsx'), 'InvitationPage'),
});

const inbox = createRoute({
  getParentRoute: () => house,
  path: '/inbox',
  validateSearch: searchOf('tab', 'state', 'sort', 'label', 'named'),
  component: lazyRouteComponent(() => import('../inbox/inbox-page.tsx'), 'InboxPage'),
});

/** `entry`: the message that is looked at; `at`: a day to jump to; `proof`: the entry whose proof stands open. */
const conversation = createRoute({
  getParentRoute: () => inbox,
  path: '$conversation',
  validateSearch: searchOf('entry', 'at', 'proof', 'find'),
  component: lazyRouteComponent(() => import('../conversation/conversation-pane.tsx'), 'ConversationPane'),
});

const search = createRoute({
  getParentRoute: () => house,
  path: '/search',
  validateSearch: searchOf('q', 'sort', 'entry'),
  component: lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage'),
});

const people = createRoute({
  getParentRoute: () => house,
  path: '/people',
  validateSearch: searchOf('q', 'sort'),
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => house,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('../people/person-page.tsx'), 'PersonPage'),
});

const importing = createRoute({
  getParentRoute: () => house,
  path: '/import',
  validateSearch: searchOf('file'),
  component: lazyRouteComponent(() => import('../import/import-page.tsx'), 'ImportPage'),
});

const connect = createRoute({
  getParentRoute: () => house,
  path: '/connect',
  component: lazyRouteComponent(() => import('../import/connect-page.tsx'), 'ConnectPage'),
});

const integrity = createRoute({
  getParentRoute: () => house,
  path: '/integrity',
  component: lazyRouteComponent(() => import('../integrity/integrity-page.tsx'), 'IntegrityPage'),
});

const audit = createRoute({
  getParentRoute: () => house,
  path: '/audit',
  validateSearch: searchOf('who', 'did', 'outcome', 'from', 'to', 'what', 'entry'),
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});

const quality = createRoute({
  getParentRoute: () => house,
  path: '/quality',
  validateSearch: searchOf('rule', 'field', 'source', 'week'),
  component: lazyRouteComponent(() => import('../quality/quality-page.tsx'), 'QualityPage'),
});

const settings = createRoute({
  getParentRoute: () => house,
  path: '/settings/{-$section}',
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});

const more = createRoute({
  getParentRoute: () => house,
  path: '/more',
  component: lazyRouteComponent(() => import('../more/more-page.tsx'), 'MorePage'),
});

const tree = root.addChildren([
  first,
  setUp,
  signIn,
  signInBack,
  invitation,
  house.addChildren([
    inbox.addChildren([conversation]),
    search,
    people,
    person,
    importing,
    connect,
    integrity,
    audit,
    quality,
    settings,
    more,
  ]),
]);

/** The router over these pages. */
export function routerFor(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>;
  }
}
