// The Graph endpoints that a business uses, under every version: messages, media, numbers, templates. Who comes without the token gets
// 190; whatever is asked for and is not here gets what the platform says of things that do not exist.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { objectOf, present, textOf } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';
import { addressLifeMs, type MediaObject } from '../world/media.ts';
import type { Template } from '../world/template.ts';
import type { World } from '../world/world.ts';
import { answerTo, refusal } from './answers.ts';
import { Form } from './check/form.ts';
import { GraphFaults } from './graph-faults.ts';
import { takeUpload, uploadLimitBytes } from './media-upload.ts';
import { numberFields } from './number-fields.ts';
import { markRead } from './read-receipt.ts';
import type { Sending } from './send-message.ts';
import { createTemplate } from './template-create.ts';

export interface GraphOptions {
  readonly world: World;
  readonly sending: Sending;
  readonly accessToken: string;
  /** Where this server is reached, for the addresses of media. */
  readonly baseUrl: () => string;
}

interface Asked {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const version = ':version(^v\\d{1,2}\\.\\d{1,2}$)';
const bearer = /^Bearer +(.+)$/i;
const mostTemplates = 250;

/** Adds the platform's routes. */
export function addGraph(app: FastifyInstance, options: GraphOptions): void {
  const { world, accessToken } = options;
  app.register((graph, _options, done) => {
    graph.addHook('onRequest', async (request, reply) => {
      if (isAllowed(request, accessToken)) return undefined;
      return send(reply, refusal(190, '', world.newTraceId()));
    });
    graph.setErrorHandler((error, _request, reply) => send(reply, answerOf(error, world)));
    graph.setNotFoundHandler((_request, reply) => send(reply, answerOf(notThere('path'), world)));
    addMessages(graph, options);
    addMedia(graph, options);
    addTemplates(graph, world);
    addObjects(graph, options);
    done();
  });
}

function addMessages(graph: FastifyInstance, { world, sending }: GraphOptions): void {
  const faults = new GraphFaults(world);
  graph.post<Asked>(`/${version}/:id/messages`, async (request, reply) => {
    const fault = faults.take(request.params.id);
    if (await faults.before(fault, reply)) return reply;
    const body = bodyOf(request);
    if (body.object['messaging_product'] !== 'whatsapp')
      throw new SandboxError(100, 'The parameter messaging_product is required.');
    const number = world.number(request.params.id);
    const answer = body.has('status') ? markRead(world, number.id, body) : sending.send(number.id, body.object);
    if (await faults.after(fault, reply)) return reply;
    return answer;
  });
}

function addMedia(graph: FastifyInstance, { world }: GraphOptions): void {
  const faults = new GraphFaults(world);
  graph.post<Asked>(`/${version}/:id/media`, { bodyLimit: uploadLimitBytes }, async (request, reply) => {
    if (await faults.before(faults.take(request.params.id), reply)) return reply;
    world.number(request.params.id);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { id } = await takeUpload(body, request.headers['content-type'] ?? '', world.media);
    return { id };
  });
  graph.get<{ Params: { readonly token: string } }>('/media/:token', async (request, reply) => {
    const object = world.media.at(request.params.token);
    const fault = faults.takeMedia();
    if (await faults.before(fault, reply)) return reply;
    if (!object || fault?.kind === 'missing') return reply.code(404).send({ error: { message: 'Media not found' } });
    return reply.header('content-type', object.mime).send(fault?.kind === 'corrupt' ? spoilt(object) : object.bytes);
  });
}

const spoilt = ({ bytes }: MediaObject): Buffer =>
  Buffer.from(bytes.map((byte, index) => (index === 0 ? ~byte : byte)));

function addTemplates(graph: FastifyInstance, world: World): void {
  graph.get<Asked>(`/${version}/:id/message_templates`, async ({ params, query }) => {
    checkAccount(world, params.id);
    return listTemplates(world.templates.all(), query);
  });
  graph.post<Asked>(`/${version}/:id/message_templates`, async (request) => {
    checkAccount(world, request.params.id);
    return createTemplate(world, bodyOf(request));
  });
  graph.delete<Asked>(`/${version}/:id/message_templates`, async ({ params, query }) => {
    checkAccount(world, params.id);
    if (world.templates.remove(textOf(query['name']) ?? '') === 0) throw notThere('template');
    return { success: true };
  });
}

function addObjects(graph: FastifyInstance, { world, baseUrl }: GraphOptions): void {
  const { business } = world;
  graph.get<Asked>(`/${version}/:id/phone_numbers`, async ({ params }) => {
    checkAccount(world, params.id);
    return { data: business.numbers.map((number) => numberFields(business, number, undefined)) };
  });
  graph.get<Asked>(`/${version}/:id`, async ({ params, query }) => {
    const number = business.numbers.find(({ id }) => id === params.id);
    if (number) return numberFields(business, number, textOf(query['fields']));
    if (params.id === business.account)
      return { id: params.id, name: 'Casa Luna', currency: 'USD', owner_business: business.portfolio };
    return mediaFields(world, mediaOf(world, params.id), baseUrl());
  });
  graph.delete<Asked>(`/${version}/:id`, async ({ params }) => {
    if (!world.media.delete(mediaOf(world, params.id).id)) throw notThere(params.id);
    return { success: true };
  });
}

/** The token as a bearer or in the query; compared in constant time, like every secret. */
function isAllowed({ headers, query }: FastifyRequest, accessToken: string): boolean {
  const given = bearer.exec(headers.authorization ?? '')?.[1] ?? textOf(objectOf(query)?.['access_token']) ?? '';
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(accessToken));
}

function bodyOf({ body }: FastifyRequest): Form {
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
  return new Form(objectOf(parsed(text)) ?? {});
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SandboxError(100, 'The body is not JSON.', { cause });
  }
}

function answerOf(error: unknown, world: World): { readonly status: number; readonly body: unknown } {
  if (error instanceof SandboxError) return answerTo(error, world.newTraceId());
  const status = objectOf(error)?.['statusCode'];
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
  return refusal(isTheirs ? 100 : 131000, isTheirs ? 'The request cannot be read.' : '', world.newTraceId());
}

const send = (
  reply: FastifyReply,
  { status, body }: { readonly status: number; readonly body: unknown },
): FastifyReply => reply.code(status).send(body);

const notThere = (id: string): SandboxError =>
  new SandboxError(100, `Object with ID '${id}' does not exist or cannot be loaded`, { subcode: 33 });

function checkAccount({ business }: World, id: string): void {
  if (id !== business.account) throw notThere(id);
}

function mediaOf(world: World, id: string): MediaObject {
  const object = world.media.get(id);
  if (!object) throw notThere(id);
  return object;
}

function mediaFields(world: World, object: MediaObject, baseUrl: string): Readonly<Record<string, unknown>> {
  return {
    messaging_product: 'whatsapp',
    url: `${baseUrl}/media/${world.media.addressOf(object)}`,
    mime_type: object.mime,
    sha256: object.sha256.toString('hex'),
    file_size: object.sizeBytes,
    id: object.id,
    expires_in: addressLifeMs / 1000,
  };
}

function listTemplates(all: readonly Template[], query: Asked['Querystring']): Readonly<Record<string, unknown>> {
  const [name, status] = [textOf(query['name']), textOf(query['status'])];
  const limit = Math.min(mostTemplates, Math.max(1, Number(textOf(query['limit']) ?? 25) || 25));
  const from = Math.max(0, Number(textOf(query['after']) ?? 0) || 0);
  const wanted = all.filter((one) => (name ?? one.name) === one.name && (status ?? one.state) === one.state);
  const data = wanted.slice(from, from + limit).map(({ state, parameterFormat, ...template }) => ({
    ...template,
    parameter_format: parameterFormat,
    parameterFormat: undefined,
    status: state,
  }));
  const next = from + limit < wanted.length ? String(from + limit) : undefined;
  return present({ data, paging: next === undefined ? undefined : { cursors: { after: next } } });
}
