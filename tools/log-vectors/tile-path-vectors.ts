// Paths of tiles and bundles, written by hand after c2sp.org/tlog-tiles, and paths that no log writes.

export interface TilePathVectors {
  readonly paths: readonly {
    readonly path: string;
    /** A level, or `entries`. */
    readonly level: number | 'entries';
    readonly index: number;
    readonly width: number;
  }[];
  readonly refuse: readonly string[];
}

export function tilePathVectors(): TilePathVectors {
  return {
    paths: [
      { path: 'tile/0/000', level: 0, index: 0, width: 256 },
      { path: 'tile/0/273.p/112', level: 0, index: 273, width: 112 },
      { path: 'tile/1/000.p/1', level: 1, index: 0, width: 1 },
      { path: 'tile/2/999', level: 2, index: 999, width: 256 },
      { path: 'tile/0/x001/000', level: 0, index: 1000, width: 256 },
      { path: 'tile/0/x001/x234/067', level: 0, index: 1_234_067, width: 256 },
      { path: 'tile/0/x001/x234/067.p/255', level: 0, index: 1_234_067, width: 255 },
      { path: 'tile/63/x009/x007/x199/x254/x740/991', level: 63, index: Number.MAX_SAFE_INTEGER, width: 256 },
      { path: 'tile/entries/000.p/1', level: 'entries', index: 0, width: 1 },
      { path: 'tile/entries/x001/x234/067', level: 'entries', index: 1_234_067, width: 256 },
    ],
    refuse: [
      '',
      'tile/0/0',
      'tile/0/0000',
      'tile/00/000',
      'tile/64/000',
      'tile/-1/000',
      'tile/data/000',
      'tile/0/x000/001',
      'tile/0/001/000',
      'tile/0/x001/x000',
      'tile/0/X001/000',
      'tile/0/000.p/0',
      'tile/0/000.p/01',
      'tile/0/000.p/256',
      'tile/0/000.p',
      'tile/0/000/',
      '/tile/0/000',
      'tile/0/../000',
      'tile/0/000\n',
      'tile/0/\u0660\u0660\u0660',
      'tile/0/x009/x007/x199/x254/x740/992',
      'tile/0/x001/x009/x007/x199/x254/x740/991',
      'checkpoint',
    ],
  };
}
