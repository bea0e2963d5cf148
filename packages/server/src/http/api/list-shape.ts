// The shape of an answer that is a list.

import { Type } from '@fastify/type-provider-typebox';
import type { TSchema } from 'typebox';

/** Items of the shape of this name, and what stands beside them. */
export function listShape(name: string, more: Readonly<Record<string, TSchema>> = {}): TSchema {
  return Type.Object(
    { items: Type.Array(Type.Unsafe({ $ref: `${name}#` })), ...more },
    { additionalProperties: false },
  );
}
