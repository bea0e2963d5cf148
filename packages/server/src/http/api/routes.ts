// The interface for programs, all of it: who is let in, every operation, and their description.

import { fastifySwagger } from '@fastify/swagger';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { headOf } from '../../views/events.ts';
import { InboxBoard } from '../../views/inbox-board.ts';
import { sessionRoutes } from '../console/session.ts';
import { signInRoutes } from '../console/sign-in.ts';
import { singleSignOnRoutes } from '../console/single-sign-on.ts';
import { ProblemError } from '../problem.ts';
import { answeringRoutes } from './answering.ts';
import { auditRoutes } from './audit.ts';
import { letIn } from './caller.ts';
import { connectionRoutes } from './connection.ts';
import { conversationRoutes } from './conversations.ts';
import { deliveryRoutes } from './deliveries.ts';
import { Desk } from './desk.ts';
import { eventRoutes } from './events.ts';
import { fieldRuleRoutes } from './field-rules.ts';
import { haltRoutes } from './halts.ts';
import { hookRoutes } from './hooks.ts';
import { importUploadRoutes } from './import-uploads.ts';
import { importRoutes } from './imports.ts';
import { inboxRoutes } from './inbox.ts';
import { inboxWordRoutes } from './inbox-words.ts';
import { integrityRoutes } from './integrity.ts';
import { Looks } from './looks.ts';
import { manyRoutes } from './many.ts';
import { mediaRoutes } from './media.ts';
import { noteRoutes } from './notes.ts';
import { describedBy } from './openapi.ts';
import type { ApiParts } from './parts.ts';
import { peopleRoutes } from './people.ts';
import { personErasingRoutes } from './person-erasing.ts';
import { personFieldRoutes } from './person-fields.ts';
import { personMergingRoutes } from './person-merging.ts';
import { proofRoutes } from './proofs.ts';
import { qualityRoutes } from './quality.ts';
import { receiptRoutes } from './receipts.ts';
import { recoveryRoutes } from './recovery.ts';
import { SHAPES } from './schemas.ts';
import { searchRoutes } from './search.ts';
import { sendingRoutes } from './sending.ts';
import { staffRoutes } from './staff.ts';
import { uploadRoutes } from './uploads.ts';
import { workRoutes } from './work.ts';
import { expectYours } from './yours.ts';

const API_PATH = '/api/v1';

/** Adds the interface. */
export async function apiRoutes(app: FastifyInstance, parts: ApiParts): Promise<void> {
  await app.register(fastifySwagger, describedBy());
  for (const [name, schema] of Object.entries(SHAPES)) app.addSchema({ $id: name, ...schema });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  const looks = new Looks(parts);
  const { people } = parts;
  if (people !== undefined) {
    await app.register((scope, _options, done) => {
      signInRoutes(scope, { people, looks, now: parts.now });
      singleSignOnRoutes(scope, { people, looks, now: parts.now });
      done();
    });
    await app.register(
      (scope, _options, done) => {
        const api = scope.withTypeProvider<TypeBoxTypeProvider>();
        api.setValidatorCompiler(TypeBoxValidatorCompiler);
        const head = async (): Promise<number> => (await headOf(parts.views)) - 1;
        sessionRoutes(api, { people, looks, head, isDemo: parts.isDemo === true, now: parts.now });
        done();
      },
      { prefix: API_PATH },
    );
  }
  await app.register(
    (scope, _options, done) => {
      keyedRoutes(scope, parts, looks);
      done();
    },
    { prefix: API_PATH },
  );
}

const DIGITS = /^\d{1,16}$/;

/** Ids of the ledger are digits; those of people and sessions are not. */
const KEYED = 'key';

/** An id is digits and nothing that might be rounded to one; no number is -0, which no record may hold. */
async function expectDigits({ params, query }: FastifyRequest): Promise<void> {
  const isWrong = ([, value]: [string, unknown]): boolean => Object.is(Math.trunc(Number(value)), -0);
  const ids = Object.entries(params as object).filter(([name, value]) => name !== KEYED && !DIGITS.test(String(value)));
  const fields = [...ids, ...Object.entries(query as object).filter(isWrong)].map(([name]) => name);
  if (fields.length > 0) throw new ProblemError('request-invalid', { fields });
}

/** What only a key opens. */
function keyedRoutes(scope: FastifyInstance, parts: ApiParts, looks: Looks): void {
  const api = scope.withTypeProvider<TypeBoxTypeProvider>();
  api.setValidatorCompiler(TypeBoxValidatorCompiler);
  api.addHook('preValidation', expectDigits);
  api.decorateRequest('caller', undefined);
  api.addHook('onRequest', letIn(parts, looks));
  api.addHook('preHandler', expectYours(parts));
  conversationRoutes(api, parts);
  sendingRoutes(api, parts);
  answeringRoutes(api, parts);
  receiptRoutes(api, parts);
  mediaRoutes(api, parts);
  uploadRoutes(api, parts);
  peopleRoutes(api, parts);
  personFieldRoutes(api, parts);
  personMergingRoutes(api, parts);
  personErasingRoutes(api, parts);
  fieldRuleRoutes(api, parts);
  searchRoutes(api, parts);
  eventRoutes(api, parts);
  haltRoutes(api, parts);
  hookRoutes(api, parts);
  deliveryRoutes(api, parts);
  connectionRoutes(api, parts);
  importRoutes(api, parts);
  importUploadRoutes(api, parts);
  qualityRoutes(api, parts);
  proofRoutes(api, parts);
  auditRoutes(api, parts);
  integrityRoutes(api, parts);
  staffRoutes(api, parts);
  recoveryRoutes(api, parts);
  const inbox = { api: parts, board: new InboxBoard(parts.views.db), desk: new Desk() };
  inboxRoutes(api, inbox);
  workRoutes(api, inbox);
  manyRoutes(api, inbox);
  noteRoutes(api, inbox);
  inboxWordRoutes(api, parts);
}
