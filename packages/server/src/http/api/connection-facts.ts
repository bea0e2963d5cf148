// What the routes about the connection to the platform are given: facts of the settings without any secret, and a way to test.

import type { Reach } from '../webhook-reach.ts';
import type { WebhookWatch } from '../webhook-watch.ts';

/** What is told of the settings, and what may be asked of the network. */
export interface ConnectionFacts {
  readonly appSecrets: number;
  readonly hasVerifyToken: boolean;
  readonly hasAccessToken: boolean;
  /** Numbers that have a token of their own. */
  readonly ownTokens: readonly string[];
  readonly apiUrl: string;
  readonly publicUrl?: string;
  readonly watch: WebhookWatch;
  readonly reach: () => Promise<Reach>;
}
