// A running sandbox: the world, the platform's endpoints, the controls and the page behind one HTTP server, for one machine and no
// other. It binds to the loopback unless told otherwise and answers no name but its own, so that no web page reaches it.
import fastify, { type FastifyInstance } from 'fastify';
import { Chance } from './chance.ts';
import { SandboxClock } from './clock.ts';
import { guardOrigin } from './control/origin.ts';
import { addControl } from './control/routes.ts';
import { addGraph } from './graph/routes.ts';
import { Sending } from './graph/send-message.ts';
import { addPage } from './page/page.ts';
import { Phones } from './phones/phones.ts';
import { type HandshakeResult, shakeHands } from './webhooks/handshake.ts';
import { Receipts } from './world/receipts.ts';
import { World, type WorldOptions } from './world/world.ts';

export interface SandboxOptions extends WorldOptions {
  /** 0 for any that is free. */
  readonly port?: number;
  readonly host?: string;
  readonly accessToken?: string;
  readonly verifyToken?: string;
  /** Whether to ask the webhook for a handshake, again and again until it answers; true if not given. */
  readonly shakesHands?: boolean;
}

export interface Sandbox {
  /** Phones and controls. */
  readonly url: string;
  /** What stands for https://graph.facebook.com. */
  readonly graphUrl: string;
  readonly world: World;
  readonly phones: Phones;
  /** How the last handshake ended. */
  readonly handshake: () => HandshakeResult | 'not-tried';
  stop(): Promise<void>;
}

export const defaultPort = 7071;
export const defaultAccessToken = 'sandbox-token';
export const defaultVerifyToken = 'sandbox-verify';
const handshakeAgainMs = 2000;

/** Starts a sandbox. Rejects if its port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = defaultPort, host = '127.0.0.1', accessToken = defaultAccessToken } = options;
  const world = new World({ ...options, clock: options.clock ?? new SandboxClock() });
  const receipts = new Receipts(world);
  const phones = new Phones(world, receipts);
  const sending = new Sending(world, receipts);
  const handshakes = new Handshakes(world, options);
  const app = newServer();
  let url = '';
  guardOrigin(app, () => url);
  addGraph(app, { world, sending, accessToken, baseUrl: () => url });
  addControl(app, { world, phones, handshake: () => handshakes.last, retryHandshake: () => handshakes.start() });
  addPage(app);
  const listening: Promise<string> = app.listen({ port, host });
  url = await listening;
  if (options.shakesHands !== false) handshakes.start();
  const stop = async (): Promise<void> => {
    handshakes.stop();
    world.clock.stop();
    app.server.closeAllConnections();
    await app.close();
  };
  return { url, graphUrl: url, world, phones, handshake: () => handshakes.last, stop };
}

/** Bodies arrive as bytes: each route reads its own. */
function newServer(): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 300 } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  return app;
}

/** Asks for the handshake until the webhook answers. */
class Handshakes {
  last: HandshakeResult | 'not-tried' = 'not-tried';
  readonly #world: World;
  readonly #options: SandboxOptions;
  readonly #chance: Chance;
  #timeout: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(world: World, options: SandboxOptions) {
    this.#world = world;
    this.#options = options;
    this.#chance = new Chance(options.seed ?? 1, 'handshake');
  }

  start(): void {
    clearTimeout(this.#timeout);
    void this.#shake();
  }

  async #shake(): Promise<void> {
    const { verifyToken = defaultVerifyToken } = this.#options;
    const before = this.last;
    this.last = await shakeHands(this.#world.post.webhookUrl, verifyToken, this.#chance.letters(10, '0123456789'));
    if (this.last !== before) this.#world.tell({ what: 'state' });
    if (this.last !== 'no-answer' || this.#isStopped) return;
    this.#timeout = setTimeout(() => void this.#shake(), handshakeAgainMs);
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timeout);
  }
}
