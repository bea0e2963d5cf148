/** WhatsApp data and records: chat exports in and out. */
export * from './export/index.ts';
export * from './formats-error.ts';
export * from './write/index.ts';
export * from './zip/index.ts';
