// What a zip may claim before it is refused as an attack. Figures are generous for any export a phone can make.

/** Limits for one archive. A ratio is size ÷ compressed size and counts only above `ratioFreeBytes`. */
export interface ZipLimits {
  readonly entries: number;
  readonly totalBytes: number;
  readonly ratio: number;
  readonly ratioFreeBytes: number;
}

/** 200,000 entries; 64 GiB in all; 200:1 beyond 10 MiB, for an entry and for the whole. */
export const defaultZipLimits: ZipLimits = {
  entries: 200_000,
  totalBytes: 64 * 2 ** 30,
  ratio: 200,
  ratioFreeBytes: 10 * 2 ** 20,
};
