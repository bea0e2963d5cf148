// JSON as it stands on the wire, and how it is looked into: whatever a stranger sent, a question for a member never throws.

export interface JsonObject {
  readonly [member: string]: unknown;
}

/** @returns the value if it is an object and no list */
export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** @returns the value if it is a list, else an empty one */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @returns the value if it is a text */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** @returns the object without the members that have no value */
export function present(members: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
