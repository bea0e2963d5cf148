// Erasing people: what it would take, counted before anything is ordered; then the order, held to what was counted, and its certificate.

import { Type } from '@fastify/type-provider-typebox';
import { ServerError } from '../../server-error.ts';
import type { ErasurePlan } from '../../views/erasure-plan.ts';
import { type ErasurePreview, previewErasure } from '../../views/erasure-preview.ts';
import type { Certificate } from '../../workers/erase.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { onePerson } from './person-fields.ts';
import { shape } from './schemas.ts';

const closed = { additionalProperties: false } as const;
const ID = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const PEOPLE = Type.Array(ID, { minItems: 1, maxItems: 200 });
const REASON = Type.String({ minLength: 1, maxLength: 1_000, pattern: '\\S' });

/** Adds the routes. */
export function personErasingRoutes(app: ApiApp, parts: ApiParts): void {
  app.post(
    '/erasures/preview',
    operation(
      {
        id: 'previewErasure',
        summary: 'What erasing these people would take; nothing is changed',
        tag: 'people',
        scope: 'erase',
        answers: { 200: json('What it would take.', shape('ErasurePreview')) },
        problems: ['not-found'],
      },
      { body: Type.Object({ people: PEOPLE }, closed) },
    ),
    async (request) => {
      const { people, plan } = await planned(parts, request.body.people);
      const preview = await previewErasure(parts.views, plan);
      await callerOf(request).looked({ count: preview.records, people });
      return shownPreview(preview);
    },
  );
  app.post(
    '/erasures',
    operation(
      {
        id: 'erasePeople',
        summary: 'Erases people with all that is theirs, for ever',
        description: '`records` is what the preview counted; another count now is refused.',
        tag: 'people',
        scope: 'erase',
        answers: { 201: json('The certificate.', shape('ErasureCertificate')) },
        problems: ['not-found', 'erasure-changed', 'nothing-to-erase', 'refused-by-policy'],
      },
      { body: Type.Object({ people: PEOPLE, reason: REASON, records: Type.Integer({ minimum: 0 }) }, closed) },
    ),
    async (request, reply) => {
      const { actor, looked } = callerOf(request);
      const { people, plan } = await planned(parts, request.body.people);
      const { records } = await previewErasure(parts.views, plan);
      if (records !== request.body.records) throw new ProblemError('erasure-changed', { records });
      const certificate = await ordered(parts, { plan, actor, reason: request.body.reason.trim() });
      await looked({ count: certificate.entries, people, seqs: [certificate.order, certificate.seq] });
      return reply.code(201).send(shownCertificate(certificate));
    },
  );
}

async function planned(
  parts: ApiParts,
  ids: readonly number[],
): Promise<{ readonly people: number[]; readonly plan: ErasurePlan }> {
  const people = new Set<number>();
  for (const id of ids) people.add(await onePerson(parts, id));
  const plan = await parts.planErasure({ scope: 'person', ids: [...people] });
  return { people: [...people], plan };
}

async function ordered(
  { erase }: ApiParts,
  { actor, plan, reason }: { readonly plan: ErasurePlan; readonly reason: string; readonly actor: string },
): Promise<Certificate> {
  try {
    return await erase(plan, reason, actor);
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    if (error.code === 'nothing-to-erase') throw new ProblemError('nothing-to-erase');
    if (error.code === 'refused') throw new ProblemError('refused-by-policy', { ...error.detail });
    throw error;
  }
}

function shownPreview({ chats, entries, identifiers, nearMatches, objects, people, records }: ErasurePreview) {
  return {
    people,
    nearMatches: nearMatches.map(({ id, names }) => ({ id, names })),
    records,
    messages: entries,
    files: objects,
    conversations: chats.length,
    identifiers: identifiers.length,
  };
}

function shownCertificate(certificate: Certificate) {
  const { entries, keysDestroyed, noCopyAfter, objectsRemoved, order, recordedAt, seq } = certificate;
  const { scannedBytes, scannedFiles, scannedFor } = certificate;
  return {
    seq,
    order,
    records: entries,
    keysDestroyed,
    filesRemoved: objectsRemoved,
    scannedFiles,
    scannedBytes,
    scannedFor,
    noCopyAfter,
    at: recordedAt,
  };
}
