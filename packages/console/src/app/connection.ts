// Whether the network and the server are there. While they are not, the server is asked again with longer and longer waits; when it
// answers, everything that is shown is fetched anew.

import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

export interface Connection {
  readonly online: boolean;
  /** Since when the server does not answer. */
  readonly awaySince: Date | undefined;
  /** Seconds until it is asked again. */
  readonly retryIn: number;
}

const FIRST_WAIT_S = 2;
const LONGEST_WAIT_S = 30;

let state: Connection = { online: navigator.onLine, awaySince: undefined, retryIn: 0 };
let waitS = FIRST_WAIT_S;
let timer: ReturnType<typeof setInterval> | undefined;
let came: () => void = () => undefined;
const told = new Set<() => void>();

function become(next: Partial<Connection>): void {
  state = { ...state, ...next };
  for (const tell of told) tell();
}

/** Watches the network; what is shown is fetched anew when it comes back. */
export function watchConnection(queries: QueryClient): void {
  came = () => void queries.invalidateQueries();
  window.addEventListener('online', () => {
    become({ online: true });
    void serverAway();
  });
  window.addEventListener('offline', () => become({ online: false }));
}

/** To be told when a request found nobody. */
export async function serverAway(): Promise<void> {
  if (timer !== undefined) return;
  if (await answers()) {
    came();
    return;
  }
  waitS = FIRST_WAIT_S;
  become({ awaySince: state.awaySince ?? new Date(), retryIn: waitS });
  timer = setInterval(() => void tick(), 1000);
}

async function tick(): Promise<void> {
  if (state.retryIn > 1) {
    become({ retryIn: state.retryIn - 1 });
    return;
  }
  if (await answers()) {
    clearInterval(timer);
    timer = undefined;
    become({ awaySince: undefined, retryIn: 0 });
    came();
    return;
  }
  waitS = Math.min(LONGEST_WAIT_S, waitS * 2);
  become({ retryIn: waitS });
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** The connection, as it changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (tell) => {
      told.add(tell);
      return () => told.delete(tell);
    },
    () => state,
  );
}
