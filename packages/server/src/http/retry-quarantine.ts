// Another try at what stands in quarantine: files that could not be read, and deliveries that could not be understood. What is
// understood now is taken in, and no longer stands there.

import type { ImportDesk } from '../intake/import-order.ts';
import { PathImporter } from '../intake/import-paths.ts';
import { readDelivery, type SignedDelivery } from '../intake/live/delivery.ts';
import { sourceOf } from '../intake/sources.ts';
import type { ObjectRef } from '../records/conversation.ts';
import type { InputFile } from '../records/input-file.ts';
import type { NewRecord } from '../records/record.ts';
import type { QuarantineRow } from '../views/assurance.ts';
import type { ViewParts } from '../views/conversation.ts';
import { deliveryAgain, deliveryInQuarantine } from '../views/delivery.ts';
import type { ErasurePlan, ErasureTarget } from '../views/erasure-plan.ts';

/** What another try needs of a vault that is open for writing. */
export interface RetryingVault {
  readonly views: ViewParts;
  readonly desk: ImportDesk;
  readonly openObject: (ref: ObjectRef, name: string) => Promise<InputFile>;
  readonly receive: (delivery: SignedDelivery) => Promise<void>;
  readonly settle: () => Promise<unknown>;
  readonly planErasure: (target: ErasureTarget) => Promise<ErasurePlan>;
  readonly erase: (plan: ErasurePlan, reason: string, by?: string) => Promise<unknown>;
}

/** How much of what stands there is understood now. */
export async function retryHeld(
  vault: RetryingVault,
  { id }: Pick<QuarantineRow, 'id'>,
  by: { readonly actor: string; readonly recordedAt: string },
): Promise<number> {
  const record = await vault.views.reader.record(id);
  if (record?.kind !== 'quarantine') return 0;
  const delivery = await deliveryInQuarantine(vault.views, id);
  const released = (whole: number): NewRecord => ({
    ...{ subject: 0, conversation: 0, month: 0 },
    record: { import: whole, kind: 'release', of: id, recordedAt: by.recordedAt, v: 1 },
  });
  const file = await vault.openObject(record.content, record.file);
  try {
    if (delivery !== undefined) return await retryDelivery(vault, { id, file, delivery, released, actor: by.actor });
    let done = 0;
    for await (const source of sourceOf(record.file, file)) {
      const outcome = await silentImporter(vault.desk, by.actor).importSource(source);
      if (outcome.import === undefined) continue;
      done++;
      await vault.desk.append([released(outcome.import)]);
    }
    return done;
  } finally {
    await file.close();
  }
}

function silentImporter(desk: ImportDesk, actor: string): PathImporter {
  const silent = { reading: () => undefined, importing: () => undefined, done: () => undefined };
  const nobody = { dateOrder: async () => undefined, title: async () => undefined };
  return new PathImporter(desk, { readmit: false, actor }, nobody, silent);
}

interface HeldDelivery {
  readonly id: number;
  readonly file: InputFile;
  readonly delivery: NonNullable<Awaited<ReturnType<typeof deliveryInQuarantine>>>;
  readonly released: (by: number) => NewRecord;
  readonly actor: string;
}

/**
 * Reads a delivery again. Once its pieces stand under the keys of those whom they are about, the body that lay whole in quarantine is
 * erased: otherwise nobody in it could be forgotten.
 */
async function retryDelivery(vault: RetryingVault, held: HeldDelivery): Promise<number> {
  const { actor, delivery, file, id, released } = held;
  const body = Buffer.from(await file.read(0, file.sizeBytes));
  const { receivedAt, secret, signature } = delivery.record;
  const signed = { body, signature, secret, receivedAt: new Date(receivedAt), of: delivery.id };
  if (readDelivery(signed).refused !== undefined) return 0;
  await vault.receive(signed);
  await vault.settle();
  const again = await deliveryAgain(vault.views, delivery.id);
  if (again === undefined) return 0;
  await vault.desk.append([released(again)]);
  await vault.settle();
  await vault.erase(await vault.planErasure({ scope: 'entries', ids: [id] }), 'understood after all', actor);
  return 1;
}
