// A member of a value that came from outside and may be anything.

/** The value's own member of this name; undefined where the value is no object or has none. */
export function memberOf(value: unknown, name: string): unknown {
  return Object.hasOwn(asObject(value), name) ? asObject(value)[name] : undefined;
}

/** The value where it is an object, else one without members. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
