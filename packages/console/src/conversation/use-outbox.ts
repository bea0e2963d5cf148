// What is on its way from here, as components follow it; and when what waits is tried again.

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../api/session.ts';
import { useConnection } from '../app/connection.ts';
import { followOutbox, openOutbox, type Pending, pendingNow, retryWaiting } from './outbox.ts';

const AGAIN_MS = 15_000;

/** Everything of this person that has not landed in a feed yet; tried again while somebody looks. */
export function useOutbox(conversation?: number): readonly Pending[] {
  const all = useSyncExternalStore(followOutbox, pendingNow);
  const { user, state } = useSession();
  const { awaySince, online } = useConnection();
  const isReachable = online && awaySince === undefined && state === 'signed-in';
  useEffect(() => {
    if (user !== undefined) void openOutbox(user.id);
  }, [user]);
  useEffect(() => {
    if (!isReachable) return undefined;
    retryWaiting();
    const timer = setInterval(retryWaiting, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isReachable]);
  return useMemo(
    () => (conversation === undefined ? all : all.filter((one) => one.conversation === conversation)),
    [all, conversation],
  );
}
