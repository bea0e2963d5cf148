// The console's own files, kept by the browser so that the console opens without a network. Their names carry their hash, so that a
// kept one is never an old one. They say nothing of anybody.

const CACHE = 'acta-shell';
const PAGE = '/';

/** Fetches the page and its code once; what an earlier console was made of goes. */
export async function keepShell(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  // Without the session: the page would say what whoever sits here may.
  await cache.addAll([new Request(PAGE, { credentials: 'omit' }), ...files.filter((file) => !held.has(file))]);
}

export async function dropOldShell(files: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const known = new Set([PAGE, ...files]);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!known.has(pathname) && pathname.endsWith('.js')) await cache.delete(request);
  }
}

/** The one page of every address: from the server, or as it was kept. */
export async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const held = await caches.match(PAGE, { cacheName: CACHE });
    if (held === undefined) throw error;
    return held;
  }
}

/** A file with its hash in its name. */
export async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const held = await cache.match(request.url);
  if (held !== undefined) return held;
  const response = await fetch(request);
  if (response.status === 200) await cache.put(request.url, response.clone());
  return response;
}
