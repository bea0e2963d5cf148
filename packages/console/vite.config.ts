// How the console is built: plain files with hashed names, nothing inline, so that the server can forbid inline script.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = 'http://127.0.0.1:7070';

const WORKER = 'worker.js';
const CODE = /\.(css|js)$/u;

/** Tells the service worker which files the console was built to. It stands at the root, under one name, and imports nothing. */
const shellFiles: Plugin = {
  name: 'shell-files',
  generateBundle(_options, bundle) {
    const worker = bundle[WORKER];
    if (worker?.type !== 'chunk') this.error('There is no service worker.');
    if (worker.imports.length > 0) this.error('The service worker shares code with the page.');
    const files = Object.keys(bundle).filter((file) => file !== WORKER && CODE.test(file));
    worker.code = `const SHELL_FILES=${JSON.stringify(files.map((file) => `/${file}`).toSorted())};${worker.code}`;
  },
};

/** The two that are higher take ten times as long for a twentieth less. */
const QUALITY = 9;
const compress = promisify(brotliCompress);

/** Lays each file's compressed form beside it, so that no server spends time on it. */
const compressedFiles: Plugin = {
  name: 'compressed-files',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((file) => CODE.test(file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    await Promise.all(
      files.map(async (file) => {
        const path = join(dir, file);
        await writeFile(`${path}.br`, await compress(await readFile(path), { params }));
      }),
    );
  },
};

export default defineConfig({
  plugins: [react(), shellFiles, compressedFiles],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: { index: 'index.html', worker: 'src/worker.ts' },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? WORKER : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': SERVER, '/auth': SERVER } },
});
