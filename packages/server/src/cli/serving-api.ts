// What the interface for programs is given over an open vault.

import type { ApiParts } from '../http/api/parts.ts';
import type { ServerSettings } from '../http/settings.ts';
import { ErasedPlaces } from '../views/erased-places.ts';
import type { HeldVault, WriteVault } from './vault.ts';

/** The interface's parts. */
export function apiPartsOf(
  vault: WriteVault & Partial<Pick<HeldVault, 'recovery'>>,
  { allowsPrivateHooks }: Pick<ServerSettings, 'allowsPrivateHooks'>,
  {
    connection,
    imports,
    isDemo,
    now,
    outgoing,
    people,
  }: Pick<ApiParts, 'connection' | 'imports' | 'isDemo' | 'now' | 'outgoing' | 'people'>,
): ApiParts {
  const { blind, cellId, desk, index, log, openObject, origin, planErasure, views, vkey } = vault;
  return {
    cellId,
    views,
    ledger: { log, origin, vkey },
    verify: vault.verify,
    bytes: vault.bytes,
    retrying: vault,
    blind,
    erased: new ErasedPlaces(views),
    index,
    openObject,
    size: () => log.size(),
    append: desk.append,
    note: vault.note,
    caughtUp: vault.caughtUp,
    planErasure,
    erase: (plan, reason, by) => vault.erase(plan, reason, by),
    allowsPrivateHooks,
    ...(isDemo === true ? { isDemo } : {}),
    now,
    ...(vault.recovery === undefined ? {} : { recovery: vault.recovery }),
    ...(connection === undefined ? {} : { connection }),
    ...(imports === undefined ? {} : { imports }),
    ...(people === undefined ? {} : { people }),
    ...(outgoing === undefined ? {} : { outgoing }),
  };
}
