// Points inside a transaction at which a process is killed: each right after a statement of that kind ran.

/** By name: which statement. */
export const NAMED_POINTS: Readonly<Record<string, RegExp>> = {
  'after a key is minted': /insert into data_key/i,
  'after a bundle, before its page': /insert into bundle/i,
  'after a tile': /insert into tile/i,
  'after a page, before the checkpoint': /insert into page\b/i,
  'after a checkpoint, before its commit': /insert into checkpoint/i,
  'after a page is sealed again': /update page set/i,
  'after a key is destroyed': /insert (or \w+ )?into destroyed/i,
  'after a part of the index is written': /insert into part\b/i,
  'after rows of a projection are folded': /insert into "\w+" \(/i,
};
