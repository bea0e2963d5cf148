// The names by which a URL means this machine itself: nothing that goes there leaves it, and no other site can be reached by them.

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** @param hostname as `URL` writes it */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.includes(hostname);
}
