// JSON Lines: one message a line as RFC 8785 JSON (sorted keys, no spaces), each line ended by a line feed. Strings are
// made well-formed; absent fields are left out.

import { writeChunks } from './chunks.ts';
import type { WrittenMessage, WrittenMessages } from './written-message.ts';

/** Yields the lines in chunks. */
export function writeJsonLines(messages: WrittenMessages): AsyncIterable<string> {
  return writeChunks(messages, { write: (message) => `${canonical(message)}\n` });
}

type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json };

/** Interfaces carry no index signature; copies of the inner objects do. */
function canonical({ media, versions, location, poll, reactions, reply, ...plain }: WrittenMessage): string {
  return writeValue({
    ...plain,
    media: media && { ...media },
    reactions: reactions?.map((reaction) => ({ ...reaction })),
    reply: reply && { ...reply },
    versions: versions?.map((version) => ({ ...version })),
    location: location && { ...location },
    poll: poll && { question: poll.question, options: poll.options.map((option) => ({ ...option })) },
  });
}

function writeValue(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed());
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined)
    return JSON.stringify(value ?? null);
  if (isList(value)) return `[${value.map(writeValue).join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const field = value[key];
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${writeValue(field)}`);
  }
  return `{${fields.join(',')}}`;
}

const isList = (value: readonly Json[] | object): value is readonly Json[] => Array.isArray(value);
