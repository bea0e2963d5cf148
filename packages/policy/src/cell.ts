// Which cell a conversation belongs to: by the country of its number, then by hash. Pure and stable: the same conversation
// lands in the same cell on every machine and after every restart. What is held already stays where it is held; that is for
// the caller to look up first.

/** A cell as far as placing needs to know it. */
export interface CellScope {
  readonly name: string;
  /** Cells of one region share its conversations. */
  readonly region: string;
  /** Beginnings of numbers in E.164 form (`+52`) whose conversations must lie in this region. */
  readonly numbers: readonly string[];
}

/** What a conversation is known by when it is first met. */
export interface ConversationMark {
  /** The other side's numbers in E.164 form, the most telling first; none in most groups. */
  readonly numbers: readonly string[];
  /** What it is called by everywhere: the number, or the folded title. */
  readonly name: string;
}

export interface CellDecision {
  readonly cell: string;
  readonly region: string;
  readonly rule: 'acta/cell/number' | 'acta/cell/home';
  /** The beginning of the number that decided. */
  readonly prefix?: string;
}

/**
 * Decides. The longest beginning of the first number that any region claims gives the region; without one it is the home
 * region. Among a region's cells the highest weight of (cell, conversation) wins (rendezvous hashing), so that adding a cell
 * moves only what goes to it. Throws a RangeError where the home region has no cell.
 */
export function cellOf(cells: readonly CellScope[], home: string, mark: ConversationMark): CellDecision {
  const claim = claimOf(cells, mark.numbers);
  const region = claim?.region ?? home;
  const [first, ...others] = cells.filter((cell) => cell.region === region);
  if (first === undefined) throw new RangeError('the home region has no cell');
  const chosen = others.reduce((best, cell) => (isHeavier(cell, best, mark.name) ? cell : best), first);
  if (claim === undefined) return { cell: chosen.name, region, rule: 'acta/cell/home' };
  return { cell: chosen.name, region, rule: 'acta/cell/number', prefix: claim.prefix };
}

function claimOf(
  cells: readonly CellScope[],
  numbers: readonly string[],
): { readonly region: string; readonly prefix: string } | undefined {
  for (const number of numbers) {
    const claims = cells.flatMap(({ numbers: prefixes, region }) =>
      prefixes.filter((prefix) => number.startsWith(prefix)).map((prefix) => ({ prefix, region })),
    );
    const [longest] = claims.toSorted((one, other) => other.prefix.length - one.prefix.length);
    if (longest !== undefined) return longest;
  }
  return undefined;
}

function isHeavier(cell: CellScope, best: CellScope, conversation: string): boolean {
  const [one, other] = [weight(cell.name, conversation), weight(best.name, conversation)];
  return one > other || (one === other && cell.name < best.name);
}

/** 32 bits of FNV-1a over the UTF-16 units of both names, stirred (the finaliser of MurmurHash3). It spreads; it hides nothing. */
function weight(cell: string, conversation: string): number {
  let hash = 0x811c9dc5;
  for (const text of [cell, '\n', conversation]) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
