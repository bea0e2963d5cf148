// The one answer to whether somebody may do something, with the rule that said so. It fails closed: an act without a scope, or a
// viewer without a role, is refused.

import { CONFIRMED, type Role, scopesOf } from './roles.ts';
import type { ApiScope } from './scopes.ts';

/** Who asks. A program has the scopes of its key; a person those of their role, and what was confirmed. */
export type Viewer =
  | { readonly kind: 'program'; readonly scopes: readonly string[] }
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly role: Role;
      readonly team: string | undefined;
      readonly hasTextGrant: boolean;
      /** When this session last showed a second factor, in ms. */
      readonly confirmedMs: number;
    };

/** Of a conversation, what who may see it goes by. */
export interface SeenPlace {
  readonly assignee: string | undefined;
  readonly team: string | undefined;
}

export interface Asked {
  readonly scope: ApiScope | undefined;
  readonly place?: SeenPlace;
  readonly nowMs: number;
}

export type Refusal = 'no-scope' | 'role' | 'confirm' | 'not-yours';

export type Answer = { readonly may: true } | { readonly may: false; readonly rule: Refusal };

/** How long a second factor that was shown counts for what asks for a fresh one. */
export const CONFIRMED_MS: number = 10 * 60_000;

const YES: Answer = { may: true };
const no = (rule: Refusal): Answer => ({ may: false, rule });

/** Whether this viewer may. */
export function maySee(viewer: Viewer, { nowMs, place, scope }: Asked): Answer {
  if (scope === undefined) return no('no-scope');
  if (viewer.kind === 'program') return viewer.scopes.includes(scope) ? YES : no('role');
  if (!scopesOf(viewer.role, viewer.hasTextGrant).includes(scope)) return no('role');
  if (CONFIRMED.includes(scope) && nowMs - viewer.confirmedMs > CONFIRMED_MS) return no('confirm');
  if (place !== undefined && viewer.role === 'agent' && !isTheirs(viewer, place)) return no('not-yours');
  return YES;
}

/** An agent sees what is theirs, their team's, or nobody's yet. */
function isTheirs({ id, team }: Extract<Viewer, { kind: 'person' }>, place: SeenPlace): boolean {
  if (place.assignee === id) return true;
  if (place.team !== undefined) return place.team === team;
  return place.assignee === undefined;
}
