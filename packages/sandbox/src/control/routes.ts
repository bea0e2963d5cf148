// The controls, under /sandbox/: people and what they do, the clock, faults, templates, what was sent and delivered. For the page, for
// tests and for curl.
import type { FastifyInstance } from 'fastify';
import { tellTemplate } from '../graph/template-create.ts';
import { type JsonObject, objectOf, present, textOf } from '../json.ts';
import type { MediaKind } from '../phones/phone-act.ts';
import type { Phones } from '../phones/phones.ts';
import { type ControlCode, SandboxError } from '../sandbox-error.ts';
import type { Language } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { bodyOf } from './body.ts';
import { addEchoes } from './echoes.ts';
import { readAct } from './read-act.ts';
import { shownChat, shownPerson, shownState } from './shown.ts';
import { spanMs } from './span.ts';
import { streamNews } from './stream.ts';

export interface ControlOptions {
  readonly world: World;
  readonly phones: Phones;
  readonly handshake: () => string;
  readonly retryHandshake: () => void;
}

interface Asked {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

const mediaLimitBytes = 101 * 1_048_576;
const mediaKinds: readonly string[] = ['image', 'video', 'audio', 'document', 'sticker'];
const languages: readonly string[] = ['es', 'zh', 'en'];
const statuses: Readonly<Partial<Record<ControlCode, number>>> = {
  'unknown-person': 404,
  'unknown-number': 404,
  'unknown-message': 404,
  'unknown-template': 404,
  'unknown-fault': 404,
  'phone-taken': 409,
  'username-taken': 409,
  'too-late': 409,
  'not-allowed': 409,
};

/** Adds the controls. */
export function addControl(app: FastifyInstance, options: ControlOptions): void {
  app.register(
    (control, _options, done) => {
      control.setErrorHandler((error, _request, reply) => {
        const { status, body } = answerOf(error);
        return reply.code(status).send(body);
      });
      control.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
      addPeople(control, options);
      addTime(control, options);
      addFaults(control, options);
      addBusiness(control, options);
      addEchoes(control, options.world);
      done();
    },
    { prefix: '/sandbox' },
  );
}

function addPeople(app: FastifyInstance, { world, phones }: ControlOptions): void {
  app.get<Asked>('/people', async ({ query }) => {
    const limit = Math.min(1000, Number(query['limit'] ?? 100) || 100);
    return {
      people: world.people
        .all()
        .slice(0, limit)
        .map((person) => shownPerson(person, world)),
    };
  });
  app.post('/people', async (request, reply) => {
    const { name, language, phone, username, hasProfile, readsAlone } = bodyOf(request);
    if (typeof name !== 'string' || name.trim() === '') throw new SandboxError('bad-request', 'name');
    const given = present({
      phone: textOf(phone),
      username: textOf(username),
      hasProfile: hasProfile === false ? false : undefined,
      readsAlone: readsAlone === true ? true : undefined,
      language: languages.includes(String(language)) ? (language as Language) : undefined,
    });
    const person = world.people.add({ name: name.trim().slice(0, 100), ...given });
    world.tell({ what: 'people' });
    return reply.code(201).send(shownPerson(person, world));
  });
  app.get<Asked>('/people/:id', async ({ params, query }) => {
    const person = world.people.get(params.id);
    const chat = world.chats.of(world.number(query['number']).id, person.id);
    const limit = Math.min(300, Number(query['limit'] ?? 100) || 100);
    return { person: shownPerson(person, world), chat: shownChat(chat, world, limit) };
  });
  app.post<Asked>('/people/:id/acts', async (request) => {
    const wamid = phones.act(request.params.id, readAct(bodyOf(request)));
    return present({ wamid });
  });
  app.post<Asked>('/people/:id/media', { bodyLimit: mediaLimitBytes }, async (request) => {
    const { kind, caption, filename, number, replyTo, voice } = request.query;
    if (kind === undefined || !mediaKinds.includes(kind)) throw new SandboxError('bad-request', 'kind');
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const mime = request.headers['content-type'] ?? 'application/octet-stream';
    const wamid = phones.act(request.params.id, {
      act: 'media',
      kind: kind as MediaKind,
      bytes,
      mime,
      voice: voice === 'true',
      ...(caption !== undefined && { caption }),
      ...(filename !== undefined && { filename }),
      ...(number !== undefined && { number }),
      ...(replyTo !== undefined && { replyTo }),
    });
    return present({ wamid });
  });
  app.get<Asked>('/media/:id', async ({ params }, reply) => {
    const object = world.media.get(params.id);
    if (!object) throw new SandboxError('unknown-message', 'media');
    // Bytes that a stranger chose are shown, never run.
    return reply
      .header('content-type', object.mime)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(object.bytes);
  });
}

function addTime(app: FastifyInstance, { world, handshake }: ControlOptions): void {
  app.get('/clock', async () => ({ nowMs: world.clock.now(), stands: world.clock.stands }));
  app.post('/clock', async (request) => {
    await world.clock.advance(spanMs(bodyOf(request)['advance']));
    world.tell({ what: 'state' });
    return { nowMs: world.clock.now(), stands: world.clock.stands };
  });
  app.get('/state', async () => shownState(world, handshake()));
  app.get<Asked>('/stream', (request, reply) => {
    streamNews(world, request, reply, new Set((request.query['people'] ?? '').split(',')));
  });
}

function addFaults(app: FastifyInstance, { world }: ControlOptions): void {
  app.get('/faults', async () => ({ standing: world.faults.standing(), happened: world.faults.happened() }));
  app.post('/faults', async (request, reply) => {
    const body = bodyOf(request);
    const { on, kind, number } = body;
    const fault = world.faults.add({
      on: String(on),
      kind: String(kind),
      ...numbersOf(body, ['times', 'delayMs', 'status', 'code']),
      ...(body['for'] !== undefined && { forMs: spanMs(body['for']) }),
      ...(typeof number === 'string' && { number }),
    });
    world.tell({ what: 'state' });
    return reply.code(201).send(fault);
  });
  app.delete('/faults', async () => {
    world.faults.clear();
    world.tell({ what: 'state' });
    return {};
  });
  app.delete<Asked>('/faults/:id', async ({ params }) => {
    world.faults.remove(params.id);
    world.tell({ what: 'state' });
    return {};
  });
}

function addBusiness(app: FastifyInstance, { world, retryHandshake }: ControlOptions): void {
  app.get<Asked>('/sends', async ({ query }) => {
    const { callback } = query;
    if (callback !== undefined) return { callback, count: world.sends.countOf(callback) };
    const { accepted } = world.sends;
    return {
      accepted,
      refused: world.sends.refused(),
      callbacks: world.sends.byCallback(),
      last: world.sends.last(100),
    };
  });
  app.get('/templates', async () => ({ templates: world.templates.all() }));
  app.post<Asked>('/templates/:id', async (request) => {
    const moved = world.templates.move(request.params.id, String(bodyOf(request)['state']));
    for (const template of moved) tellTemplate(world, template);
    return { moved: moved.length };
  });
  app.post<Asked>('/numbers/:id', async (request) => {
    const number = world.number(request.params.id);
    const { quality, tier } = bodyOf(request);
    if (quality === 'GREEN' || quality === 'YELLOW' || quality === 'RED') number.quality = quality;
    if (tier === 250 || tier === 2000 || tier === 10_000 || tier === 100_000 || tier === 'unlimited')
      world.business.tier = tier;
    world.tell({ what: 'state' });
    return { ...number, tier: world.business.tier };
  });
  app.post('/webhook', async (request) => {
    const { url } = bodyOf(request);
    if (typeof url === 'string') {
      if (!(URL.canParse(url) && new URL(url).protocol.startsWith('http')))
        throw new SandboxError('bad-request', 'url');
      world.post.webhookUrl = url;
    }
    retryHandshake();
    return { url: world.post.webhookUrl };
  });
}

function numbersOf(body: JsonObject, names: readonly string[]): Readonly<Record<string, number>> {
  const numbers = names.map((name) => [name, body[name]] as const);
  for (const [name, value] of numbers)
    if (value !== undefined && !(typeof value === 'number' && Number.isFinite(value) && value >= 0))
      throw new SandboxError('bad-request', name);
  return Object.fromEntries(numbers.filter((pair): pair is readonly [string, number] => pair[1] !== undefined));
}

function answerOf(error: unknown): { readonly status: number; readonly body: JsonObject } {
  if (error instanceof SandboxError) {
    const status = typeof error.code === 'string' ? (statuses[error.code] ?? 400) : 400;
    return { status, body: { error: error.code, details: error.details } };
  }
  const status = objectOf(error)?.['statusCode'];
  return typeof status === 'number' && status < 500
    ? { status, body: { error: 'bad-request' } }
    : { status: 500, body: { error: 'internal' } };
}
