// JSON for a request: what is undefined is not written, so that the platform never sees a null that nobody meant.

export type RequestObject = Readonly<Record<string, unknown>>;

/** @returns the object without its undefined properties */
export function present(object: RequestObject): RequestObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
