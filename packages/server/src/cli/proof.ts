// `acta verify`, `prove`, `check`, `export-log`: believing nobody. What is checked here anybody can check elsewhere.

import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { exportLog, proveEntry, sha256, verifyEd25519 } from '@acta/ledger';
import { checkEvidence, EVIDENCE_FILE, formatEvidence, parseEvidence, parseVkey, VerifierError } from '@acta/verifier';
import { ServerError } from '../server-error.ts';
import { inEachCell } from './cells.ts';
import { numberList } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { describeError } from './errors.ts';
import { makeFolder, refuseExisting } from './export.ts';
import { inOurWords } from './refused-by-disk.ts';
import type { ReadVault } from './vault.ts';

const EXIT_OF = { intact: EXIT.done, incomplete: EXIT.incomplete, altered: EXIT.altered } as const;

export const verify: Command = {
  shape: { words: [0, 0], options: { deep: 'flag' } },
  synopsis: 'verify [--deep]',
  examples: ['acta verify', 'acta verify --deep --json'],
  cells: 'all',
  run: (all) =>
    inEachCell(all, async (context) => {
      let vault: ReadVault;
      try {
        vault = await context.vaults.peek();
      } catch (error) {
        context.terminal.say(describeError(context.say, inOurWords(error, context.vaults.dir)));
        return EXIT.cannotOpen;
      }
      const bar = context.terminal.progress(context.say('verify.progress'), 0);
      try {
        const report = await vault.verify(context.args.flag('deep'), (done) => bar.to(done));
        bar.end();
        await printReport(context, report);
        return EXIT_OF[report.verdict];
      } finally {
        bar.end();
        await vault.close();
      }
    }),
};

type Report = Awaited<ReturnType<ReadVault['verify']>>;

async function printReport(context: CommandContext, report: Report): Promise<void> {
  const { altered, checked, erased, missing, size, verdict, witnesses } = report;
  const root = Buffer.from(report.root).toString('base64');
  if (context.json) return printJson(context, { verdict, size, root, checked, erased, witnesses, missing, altered });
  const { say, terminal } = context;
  if (verdict === 'intact') return terminal.print(say('verify.intact', { size, root, checked, erased }));
  const found = verdict === 'altered' ? [...altered, ...missing] : missing;
  await terminal.print(say(`verify.${verdict}`, { count: found.length }));
  for (const { first, last, reason, what } of found)
    await terminal.print(say('verify.stretch', { what, first, last, reason }));
}

export const prove: Command = {
  shape: { words: [1, 1], options: { out: 'value' } },
  synopsis: 'prove SEQ --out DIR',
  examples: ['acta prove 1042 --out proof/', 'acta check proof/'],
  ids: { words: true },
  asks: () => 'export',
  run: async (context) => {
    const [seq = 0] = numberList('prove', context.args.words[0] ?? '');
    const out = context.args.value('out');
    if (out === undefined) throw new ServerError('usage', { command: 'prove', reason: 'words-missing', word: '--out' });
    const vault = await context.vaults.look({ command: 'prove', seqs: [seq] });
    try {
      const evidence = await evidenceOf(vault, seq);
      await makeFolder(out);
      for (const name of evidence.keys()) await refuseExisting(join(out, name));
      for (const [name, bytes] of evidence) await writeFile(join(out, name), bytes, { mode: 0o600, flag: 'wx' });
      if (context.json) await printJson(context, { seq, dir: out, files: [...evidence.keys()] });
      else context.terminal.say(context.say('prove.done', { seq, dir: printable(out) }));
      return EXIT.done;
    } finally {
      await vault.close();
    }
  },
};

async function evidenceOf(vault: ReadVault, seq: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const [entry] = await vault.reader.entries([seq]);
  if (entry === undefined) {
    const isInside = seq < (await vault.log.size());
    throw new ServerError(isInside ? 'record-erased' : 'record-missing', { seq });
  }
  const logKey = parseVkey(sha256, vault.vkey);
  const { proof } = await proveEntry({ reader: vault.log, index: seq, origin: vault.origin, logKey });
  return formatEvidence({ record: entry.record, salt: entry.salt, cellId: vault.cellId, seq, proof, vkey: vault.vkey });
}

export const check: Command = {
  shape: { words: [1, 1], options: { vkey: 'value' } },
  synopsis: 'check DIR [--vkey FILE]',
  examples: ['acta check proof/', 'acta check proof/ --vkey log.vkey'],
  run: runCheck,
};

async function runCheck(context: CommandContext): Promise<number> {
  const dir = context.args.words[0] ?? '';
  const trusted = context.args.value('vkey');
  try {
    const names = Object.values(EVIDENCE_FILE);
    const files = new Map(await Promise.all(names.map(async (name) => [name, await readOr(join(dir, name))] as const)));
    const { vkey, ...evidence } = parseEvidence(files);
    const key = trusted === undefined ? vkey : (await readOr(trusted)).toString('utf8').trim();
    const verdict = await checkEvidence({ ...evidence, vkey: key, sha256, verifyEd25519 });
    if (verdict.verdict === 'altered') return await sayAltered(context, verdict.at, verdict.reason);
    const { cosignatures, origin, record, root, seq, size } = verdict;
    if (context.json) {
      const proven = { seq, size, root: Buffer.from(root).toString('base64'), origin, record };
      await printJson(context, { verdict: 'intact', ...proven, witnesses: cosignatures.map(({ name }) => name) });
    } else await context.terminal.print(context.say('check.intact', { seq, origin: printable(origin), size }));
    return EXIT.done;
  } catch (error) {
    if (error instanceof ServerError) {
      context.terminal.say(describeError(context.say, error));
      return EXIT.cannotOpen;
    }
    if (!(error instanceof VerifierError)) throw error;
    return sayAltered(context, 'evidence', error.code);
  }
}

async function sayAltered(context: CommandContext, at: string, reason: string): Promise<number> {
  if (context.json) await printJson(context, { verdict: 'altered', at, reason });
  else await context.terminal.print(context.say('check.altered', { at, reason }));
  return EXIT.altered;
}

async function readOr(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new ServerError('file-missing', { file }, error);
  }
}

export const exportLogCommand: Command = {
  shape: { words: [1, 1], options: {} },
  synopsis: 'export-log DIR',
  examples: ['acta export-log log/'],
  run: async (context) => {
    const dir = context.args.words[0] ?? '';
    const vault = await context.vaults.peek();
    try {
      await makeFolder(dir);
      await refuseExisting(join(dir, 'checkpoint'));
      const { size } = await exportLog({
        reader: vault.log,
        origin: vault.origin,
        logKey: parseVkey(sha256, vault.vkey),
        writeFile: async (path, bytes) => {
          await makeFolder(dirname(join(dir, path)));
          await writeFile(join(dir, path), bytes);
        },
      });
      if (context.json) await printJson(context, { dir, size });
      else context.terminal.say(context.say('log.done', { size, dir: printable(dir) }));
      return EXIT.done;
    } finally {
      await vault.close();
    }
  },
};
