// The connection to the platform as the server's settings have it, and what its webhook has seen.

import type { ConnectionFacts } from '../http/api/connection-facts.ts';
import type { ServerSettings } from '../http/settings.ts';
import { webhookReach } from '../http/webhook-reach.ts';
import type { WebhookWatch } from '../http/webhook-watch.ts';

/** What may be told of it. In the demo the platform is on this machine, and needs no public address. */
export function connectionOf(
  { listen, whatsapp }: ServerSettings,
  { isDemo, watch }: { readonly isDemo: boolean; readonly watch: WebhookWatch },
): ConnectionFacts {
  const { accessToken, apiUrl, appSecrets, numbers, verifyToken } = whatsapp;
  const publicUrl = listen.publicUrl ?? (isDemo ? `http://127.0.0.1:${listen.port}` : undefined);
  return {
    appSecrets: appSecrets.length,
    hasVerifyToken: verifyToken !== undefined,
    hasAccessToken: accessToken !== undefined,
    ownTokens: numbers.map(({ id }) => id),
    apiUrl,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    watch,
    reach: () => webhookReach({ publicUrl, verifyToken, isLocal: isDemo, watch }),
  };
}
