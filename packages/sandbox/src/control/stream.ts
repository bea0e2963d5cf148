// News for open pages, as server-sent events: that a chat or the state changed, never what. A burst is told once.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { World } from '../world/world.ts';

const gatherMs = 60;
const beatMs = 20_000;

/** Keeps telling a page what changed until it closes. `people`: whose chats it shows. */
export function streamNews(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  people: ReadonlySet<string>,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  raw.write(': open\n\n');
  const changed = new Set<string>();
  let timeout: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timeout = undefined;
    raw.write(`data: ${JSON.stringify([...changed])}\n\n`);
    changed.clear();
  };
  const stop = world.listen((news) => {
    if (news.what === 'chat' && !people.has(news.person)) return;
    changed.add(news.what === 'chat' ? news.person : news.what);
    timeout ??= setTimeout(flush, gatherMs);
  });
  const beat = setInterval(() => raw.write(': beat\n\n'), beatMs);
  request.raw.once('close', () => {
    stop();
    clearTimeout(timeout);
    clearInterval(beat);
  });
}
