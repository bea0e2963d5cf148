// Invisible characters by name, so that a case written by hand shows what it holds.

export const LRM = '\u200E';
export const RLM = '\u200F';
export const LRE = '\u202A';
export const PDF = '\u202C';
export const FSI = '\u2068';
export const PDI = '\u2069';
export const NBSP = '\u00A0';
export const NNBSP = '\u202F';
export const THIN = '\u2009';
