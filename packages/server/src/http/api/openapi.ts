// What the description of the interface says beside its operations (OpenAPI 3.1).

import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { type Stated, TAGS } from './operation.ts';

const DESCRIPTION = `Programs read what is held, follow what happens and send, each with a key of its own and no more than its scopes.
Every look at content is on record before the answer. Ids are places in the ledger and never change. Errors are problem details (RFC 9457).`;

/** Options of the describer. */
export function describedBy(): FastifyDynamicSwaggerOptions {
  return {
    hideUntagged: true,
    transform: ({ schema, url }) => ({ schema: withProblems(schema), url }),
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Acta',
        version: '1',
        description: DESCRIPTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer', description: 'Made with `acta api-key create`.' },
        },
      },
    },
    refResolver: { buildLocalReference: (json, _baseUri, _fragment, at) => String(json['$id'] ?? `shape-${at}`) },
  };
}

/** An operation's answers with those that are problems. */
function withProblems(schema: FastifySchema & { readonly problems?: Stated['problems'] }): FastifySchema {
  const { problems, response, ...said } = schema;
  return { ...said, response: { ...(response as Stated['response'] | undefined), ...problems } };
}
