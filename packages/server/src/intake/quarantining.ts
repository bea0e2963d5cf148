// Keeping whole what cannot be understood, sealed, with its reason: once for the same bytes. It judges nothing.

import type { QuarantineRecord } from '../records/assurance.ts';
import type { InputFile } from '../records/input-file.ts';
import { fileDigest } from './file-digest.ts';
import type { ImportDesk } from './import-order.ts';

type QuarantineDesk = Pick<ImportDesk, 'append' | 'blind' | 'keep' | 'known' | 'now'>;

export class Quarantining {
  private readonly desk: QuarantineDesk;
  private readonly kept = new WeakSet<InputFile>();

  constructor(desk: QuarantineDesk) {
    this.desk = desk;
  }

  /** Keeps a file. One that several sources come from is kept once, and read only once for it. Returns how many stand in quarantine for it. */
  async keepWhole(content: InputFile, reason: string): Promise<number> {
    if (!this.kept.has(content)) await this.keep(content.name, () => content.open(), { reason, line: 0 });
    this.kept.add(content);
    return 1;
  }

  /** Keeps the bytes of a file; the same are kept once. Returns how many stand in quarantine for it. */
  async keep(
    file: string,
    open: () => AsyncIterable<Uint8Array>,
    why: { readonly reason: string; readonly line: number },
  ): Promise<number> {
    const sha256 = await fileDigest(open());
    if (await this.desk.known.isQuarantined(this.desk.blind('file', sha256))) return 1;
    const record: QuarantineRecord = {
      content: await this.desk.keep(open()),
      file: file.toWellFormed(),
      kind: 'quarantine',
      line: why.line,
      reason: why.reason,
      recordedAt: this.desk.now().toISOString(),
      v: 1,
    };
    await this.desk.append([{ subject: 0, conversation: 0, month: 0, record }]);
    return 1;
  }
}
