// What the platform delivered, put together again: when, how much, by which secret it was signed, whether it still is what arrived.

import { Type } from '@fastify/type-provider-typebox';
import { deliveryOf } from '../../views/delivery.ts';
import { ProblemError } from '../problem.ts';
import { callerOf } from './caller.ts';
import { type ApiApp, json, operation } from './operation.ts';
import type { ApiParts } from './parts.ts';
import { shape } from './schemas.ts';

/** Adds the route. */
export function deliveryRoutes(app: ApiApp, parts: ApiParts): void {
  app.get(
    '/deliveries/:id',
    operation(
      {
        id: 'getDelivery',
        summary: 'A delivery of the platform',
        description: 'What it says is read by the records of its pieces; the bytes by `acta delivery ID --out FILE`.',
        tag: 'vault',
        scope: 'admin',
        answers: { 200: json('The delivery.', shape('Delivery')) },
        problems: ['not-found'],
      },
      { params: Type.Object({ id: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }) }) },
    ),
    async (request) => {
      const { openObject, views } = parts;
      const open = async (ref: Parameters<typeof openObject>[0]) => (await openObject(ref, 'delivery')).open();
      const found = await deliveryOf({ ...views, openObject: open }, request.params.id);
      if (found === undefined) throw new ProblemError('not-found');
      await callerOf(request).looked({ seqs: [found.id], count: 1 });
      const { id, pieces, record, verdict } = found;
      const { receivedAt, secret, sha256, signature, sizeBytes } = record;
      return { id, receivedAt, sizeBytes, sha256, signature: { hex: signature, secret: secret + 1 }, verdict, pieces };
    },
  );
}
