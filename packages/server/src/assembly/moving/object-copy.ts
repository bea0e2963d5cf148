// Sealed objects taken from one store to another under the names they have. No key is needed: each is held against its name on both
// sides. One that is there already is passed over, so a repeat is harmless.

import type { ObjectStore } from '../../store/object-store.ts';

/** Leaves `to` with exactly the objects of `from`. Resolves to how many; `onObject` learns how many are done. */
export async function copyObjects(
  from: ObjectStore,
  to: ObjectStore,
  onObject: (done: number) => void,
): Promise<number> {
  let count = 0;
  for await (const { object } of from.list()) {
    await to.take(object, from.sealed(object));
    count += 1;
    onObject(count);
  }
  const gone: string[] = [];
  for await (const { object } of to.list()) if (!(await from.has(object))) gone.push(object);
  for (const object of gone) await to.remove(object);
  return count;
}
