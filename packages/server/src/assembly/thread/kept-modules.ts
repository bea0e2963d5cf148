// Imported first on a thread: modules that are loaded after this come compiled from where the process keeps them. The runtime sees
// to that by itself on the first thread only. Without a place for them nothing is kept.

import { enableCompileCache } from 'node:module';

const kept = process.env['NODE_COMPILE_CACHE'] ?? '';
if (kept !== '') enableCompileCache(kept);
