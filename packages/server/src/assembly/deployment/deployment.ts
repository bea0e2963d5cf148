// A deployment of several cells: each a vault of its own, with its own ledger, keys and index. It opens none of them; which cell a
// conversation belongs to is the policy's to say.

import { type CellDecision, type ConversationMark, cellOf } from '@acta/policy';
import type { Cell, Cells } from '../../cli/vault.ts';
import { ServerError } from '../../server-error.ts';
import { engineAt } from '../../store/engines.ts';
import type { Place } from '../reading.ts';
import type { ReadyThread } from '../thread/ready-thread.ts';
import { VaultHouse } from '../vault-house.ts';
import { type ConfigSource, type DeploymentConfig, parseDeployment } from './cell-config.ts';

/** The cells of a configuration; `shared` is what all places have in common, `thread` where bulk work writes. Throws `cells-config`, and what an address throws. */
export class Deployment implements Cells {
  readonly all: readonly Cell[];
  private readonly config: DeploymentConfig;

  constructor(
    text: string,
    source: ConfigSource,
    shared: Pick<Place, 'keys' | 'isSeen' | 'timeZone'>,
    thread?: ReadyThread,
  ) {
    this.config = parseDeployment(text, source);
    expectPlaces(this.config, source.file);
    this.all = this.config.cells.map(({ name, place, region }) => ({
      name,
      region,
      vaults: new VaultHouse({ ...place, ...shared }, thread),
    }));
  }

  place(mark: ConversationMark): CellDecision {
    return cellOf(this.config.cells, this.config.home, mark);
  }
}

/** Two cells of one folder or one database would be one. */
function expectPlaces({ cells }: DeploymentConfig, file: string): void {
  const taken = new Set<string>();
  for (const [at, { place }] of cells.entries()) {
    const { kind, label } = engineAt(place);
    for (const where of new Set([place.dir, `${kind} ${label}`])) {
      if (taken.has(where)) throw new ServerError('cells-config', { file, at: `cells[${at}]`, reason: 'place' });
      taken.add(where);
    }
  }
}
