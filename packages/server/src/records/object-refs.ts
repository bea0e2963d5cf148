// Which sealed objects a record refers to, so that erasing the record removes them.

import type { ObjectRef } from './conversation.ts';
import type { LedgerRecord } from './record.ts';

/** Every object that the record refers to; mostly none. */
export function objectsOf(record: LedgerRecord): readonly ObjectRef[] {
  switch (record.kind) {
    case 'message':
    case 'system':
    case 'call':
    case 'deleted':
      if (record.media?.content === undefined && record.oversize === undefined) return NONE;
      return [record.media?.content, record.oversize].filter((ref) => ref !== undefined);
    case 'piece':
    case 'status':
    case 'reaction':
    case 'contact':
    case 'preference':
    case 'event':
      return record.oversize === undefined ? NONE : [record.oversize];
    case 'delivery':
      return record.content === undefined ? NONE : [record.content];
    case 'media':
      return [record.content, record.thumbnail].filter((ref) => ref !== undefined);
    case 'attachment':
    case 'quarantine':
      return [record.content];
    default:
      return NONE;
  }
}

const NONE: readonly ObjectRef[] = [];
