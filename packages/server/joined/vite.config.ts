// How the packages of place.ts are joined: as Node would load them, every word of theirs, and nothing but them.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JOINED, joinedFile, joinedFolder, MADE } from './place.ts';

const folder = joinedFolder();

export default {
  plugins: [{ name: 'made', writeBundle: () => writeFileSync(new URL(MADE, folder), '') }],
  build: {
    outDir: fileURLToPath(folder),
    emptyOutDir: false,
    ssr: true,
    target: 'esnext',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(JOINED.map((name) => [joinedFile(name), name])),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name]', chunkFileNames: 'part-[name]-[hash].mjs' },
    },
  },
  resolve: { mainFields: [] },
  ssr: { noExternal: true, resolve: { conditions: ['node', 'import'] } },
};
