/**
 * Leaf and node hashes of a tree (RFC 6962 §2.1) in bulk: four at a time in WebAssembly where there are many and the
 * engine has vectors, otherwise one by one by OpenSSL. Of each large bulk one hash is made by OpenSSL too, and both must agree.
 */
import type { TreeHashes } from '@acta/verifier';
import { sameBytes } from '../bytes.ts';
import { HASH_BYTES, sha256Into } from '../hashing.ts';
import { HASHES_AT, sha256Module } from './sha256-code.ts';

/** From so many on the module is worth making. */
const MIN_TO_LOAD = 64;
/** Fewer are made one by one: what bulk costs beside the hashes is more than it saves. */
const MIN_IN_BULK = 4;
/** From so many on one of them is made by OpenSSL too. */
const MIN_COMPARED = 32;
/** As many inputs of 64 bytes as fit below the hashes. */
const MAX_A_CALL = 256;
const LANES = 4;

/** What is used of the engine's own `WebAssembly`. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

type Kind = keyof TreeHashes;
const PREFIX: Readonly<Record<Kind, number>> = { leaves: 0, nodes: 1 };
const WIDTH: Readonly<Record<Kind, number>> = { leaves: HASH_BYTES, nodes: 2 * HASH_BYTES };

type HashGroups = (groups: number) => void;

interface LaneModule {
  readonly memory: Uint8Array;
  readonly run: Readonly<Record<Kind, HashGroups>>;
}

let lanes: LaneModule | 'none' | undefined;

/** Hashes as trees need them; both give 32 bytes an input, one behind another. */
export const treeHashes: TreeHashes = {
  leaves: (datas) => hashAll('leaves', datas),
  nodes: (children) => hashAll('nodes', children),
};

function hashAll(kind: Kind, inputs: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = Math.floor(inputs.length / WIDTH[kind]);
  const hashes = Buffer.allocUnsafeSlow(count * HASH_BYTES);
  lanes ??= count < MIN_TO_LOAD ? undefined : load();
  if (lanes === undefined || lanes === 'none' || count < MIN_IN_BULK) {
    hashEach(kind, inputs, { hashes, from: 0, to: count });
  } else {
    for (let from = 0; from < count; from += MAX_A_CALL) {
      hashInLanes(lanes, kind, inputs, { hashes, from, to: Math.min(count, from + MAX_A_CALL) });
    }
  }
  return hashes;
}

interface Span {
  readonly hashes: Buffer;
  readonly from: number;
  readonly to: number;
}

function hashEach(kind: Kind, inputs: Uint8Array, { from, hashes, to }: Span): void {
  const width = WIDTH[kind];
  const input = Buffer.alloc(1 + width, PREFIX[kind]);
  for (let at = from; at < to; at++) {
    input.set(inputs.subarray(at * width, (at + 1) * width), 1);
    sha256Into(input, hashes, at * HASH_BYTES);
  }
}

function hashInLanes({ memory, run }: LaneModule, kind: Kind, inputs: Uint8Array, { from, hashes, to }: Span): void {
  const width = WIDTH[kind];
  memory.set(inputs.subarray(from * width, to * width));
  run[kind](Math.ceil((to - from) / LANES));
  hashes.set(memory.subarray(HASHES_AT, HASHES_AT + (to - from) * HASH_BYTES), from * HASH_BYTES);
  if (to - from < MIN_COMPARED) return;
  const first = Buffer.allocUnsafe(HASH_BYTES);
  hashEach(kind, inputs.subarray(from * width), { hashes: first, from: 0, to: 1 });
  if (!sameBytes(first, hashes.subarray(from * HASH_BYTES, (from + 1) * HASH_BYTES)))
    throw new Error('two ways to hash give two hashes: this machine cannot be relied on');
}

/** The module, or `none` where the engine refuses it. */
function load(): LaneModule | 'none' {
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(sha256Module()));
    return {
      memory: new Uint8Array((exports['memory'] as { readonly buffer: ArrayBuffer }).buffer),
      run: { leaves: exports['leaves'] as HashGroups, nodes: exports['nodes'] as HashGroups },
    };
  } catch {
    return 'none';
  }
}
