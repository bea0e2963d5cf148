// The whole bench on a corpus so small that its figures mean nothing: what is proved is that every work runs and says what it should.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Row } from './row.ts';

const MESSAGES = 2_000;
const dir = await mkdtemp(join(tmpdir(), 'acta-bench-'));
after(() => rm(dir, { recursive: true }));

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const bench = (...args: readonly string[]) => promisify(execFile)(process.execPath, [main, '--dir', dir, ...args]);

test('every work is measured; the table says what the file for programs says; searches find what FTS5 finds', async () => {
  const json = join(dir, 'figures.json');
  const { stdout } = await bench('--messages', String(MESSAGES), '--json', json);
  const { machine, messages, rows } = JSON.parse(await readFile(json, 'utf8')) as {
    readonly machine: { readonly cores: number; readonly node: string };
    readonly messages: number;
    readonly rows: readonly Row[];
  };
  assert.equal(messages, MESSAGES);
  assert.equal(machine.node, process.versions.node);
  for (const { figure, numbers, work } of rows) {
    assert.ok(stdout.includes(`| ${work} `) && stdout.includes(figure), work);
    for (const [name, value] of Object.entries(numbers)) {
      assert.ok(typeof value === 'string' || Number.isFinite(value), `${work}: ${name}`);
    }
  }
  const firstWords = new Set(rows.map(({ work }) => work.split(/[ :]/)[0]));
  for (const word of ['parse', 'import', 'size', 'search', 'show', 'start', 'verify', 'prove', 'erase', 'rebuild']) {
    assert.ok(firstWords.has(word), word);
  }
  expectEqualFinds(rows);
});

/** What Acta finds is what FTS5 finds over the same messages. */
function expectEqualFinds(rows: readonly Row[]): void {
  const indexed = rows.filter(({ numbers }) => numbers['ftsHits'] !== undefined);
  assert.ok(indexed.length > 0);
  // Acta also finds the notice at the head of each chat, which the plain rows lack.
  const notices = 0.1;
  for (const { numbers, work } of indexed) {
    const more = Number(numbers['hits']) - Number(numbers['ftsHits']);
    assert.ok(more >= 0 && more < notices, `${work}: ${more}`);
  }
}

test('searches are set beside the same searches of a smaller archive', async () => {
  const json = join(dir, 'growth.json');
  await bench('--messages', String(2 * MESSAGES), '--only', 'growth', '--json', json);
  const { rows } = JSON.parse(await readFile(json, 'utf8')) as { readonly rows: readonly Row[] };
  assert.ok(rows.length > 0);
  for (const { numbers, work } of rows) {
    const { p95Ms, ratio, smallMessages, smallP95Ms } = numbers;
    assert.ok(smallMessages === MESSAGES && Number(smallP95Ms) > 0, work);
    assert.equal(ratio, Number(p95Ms) / Number(smallP95Ms), work);
  }
});

test('an unknown work is refused', async () => {
  await assert.rejects(bench('--only', 'sing'), { code: 2 });
});
