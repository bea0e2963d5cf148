// The page's side of the service worker: it is started when the page stands, told to forget, and heard when it answered in the
// server's place.

import { whenKept } from '../api/client.ts';
import { serverAway } from './connection.ts';

/** Starts it after everything that the page needs was fetched. A browser without one works online only. */
export function keepForOffline(): void {
  whenKept(() => void serverAway());
  const { serviceWorker } = navigator;
  if (!import.meta.env.PROD || serviceWorker === undefined) return;
  window.addEventListener('load', () => void serviceWorker.register('/worker.js').catch(() => undefined));
}

/** Empties what was kept for reading again: something of it may have been erased. */
export function forgetRead(): void {
  navigator.serviceWorker?.controller?.postMessage('forget');
}
