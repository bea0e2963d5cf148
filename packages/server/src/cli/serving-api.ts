// What the interface for programs is given over an open vault.

import type { ApiParts } from '../http/api/parts.ts';
import type { ServerSettings } from '../http/settings.ts';
import type { HeldVault, WriteVault } from './vault.ts';

/** The interface's parts. */
export function apiPartsOf(
  vault: WriteVault & Partial<Pick<HeldVault, 'recovery'>>,
  { allowsPrivateHooks }: Pick<ServerSettings, 'allowsPrivateHooks'>,
  { isDemo, now, outgoing, people }: Pick<ApiParts, 'isDemo' | 'now' | 'outgoing' | 'people'>,
): ApiParts {
  const { blind, cellId, desk, index, log, openObject, origin, planErasure, views, vkey } = vault;
  return {
    cellId,
    views,
    ledger: { log, origin, vkey },
    blind,
    index,
    openObject,
    size: () => log.size(),
    append: desk.append,
    allowsPrivateHooks,
    ...(isDemo === true ? { isDemo } : {}),
    now,
    ...(vault.recovery === undefined ? {} : { recovery: vault.recovery }),
    ...(people === undefined ? {} : { people }),
    ...(outgoing === undefined ? {} : { outgoing }),
  };
}
