// Taking files in on the terminal: the vault made where there is none, questions, progress, and what became of each file as a person
// or a program reads it. Questions are asked on a terminal; without one they end that file with an error that names the option.

import type { ExportReport, FieldOrder } from '@acta/formats';
import type { FileOutcome } from '../intake/file-outcome.ts';
import { type ImportChoices, PathImporter, QUESTION_CODES } from '../intake/import-paths.ts';
import { isBulk } from '../intake/input-size.ts';
import { type CommandContext, EXIT, printable } from './command.ts';
import { describeOrder } from './date-order-words.ts';
import { describeCode } from './errors.ts';
import { describeWarning, warningsInAll } from './sentences/warnings.ts';
import type { Progress } from './terminal.ts';
import type { HeldVault, WriteVault } from './vault.ts';

/** Opens the vault, or makes it and says where it and its key lie. Who serves has the writer on a thread of its own. */
export async function openOrMake(
  { say, terminal, vaults }: CommandContext,
  work: 'serving' | readonly string[],
): Promise<HeldVault> {
  const isServing = work === 'serving';
  const vault = await vaults.write({
    make: true,
    bulk: isServing || (await isBulk(work)),
    ...(isServing ? { codeLater: true } : {}),
  });
  if (vault.made !== undefined) {
    terminal.say(say('vault.made', { dir: vaults.dir, keys: vaults.keysDir }));
    if (vault.made.code === undefined) terminal.say(say(isServing ? 'vault.codeInConsole' : 'vault.codeLater'));
    else terminal.say(`${say('vault.codeTerminal')}\n\n    ${vault.made.code}\n`);
  }
  return vault;
}

/** Runs the import with progress and questions; what happened to each file is said as it happens. */
export async function importInto(
  context: CommandContext,
  vault: WriteVault,
  choices: ImportChoices,
  paths: readonly string[] = context.args.words,
): Promise<FileOutcome[]> {
  return importerOn(context, vault, choices).importPaths(paths);
}

/** An importer that asks, shows progress and tells on the terminal. */
export function importerOn(context: CommandContext, vault: WriteVault, choices: ImportChoices): PathImporter {
  const { say, terminal } = context;
  let bar: Progress | undefined;
  let step = '';
  const show = (label: string, done: number, total: number): void => {
    if (step !== label) {
      bar?.end();
      bar = terminal.progress(label, total);
      step = label;
    }
    bar?.to(done);
  };
  return new PathImporter(vault.desk, choices, questionsOn(context), {
    reading: (path, bytes, total) => show(say('import.reading', { file: printable(path) }), bytes, total),
    importing: (path, entries, total) => show(say('import.importing', { file: printable(path) }), entries, total),
    done: (outcome) => {
      bar?.end();
      step = '';
      for (const line of linesOf(context, outcome)) terminal.say(line);
    },
  });
}

function questionsOn({ say, terminal }: CommandContext) {
  return {
    dateOrder: async (path: string, report: ExportReport): Promise<FieldOrder | undefined> => {
      const [one, other] = report.readings;
      if (!terminal.canAsk || one === undefined || other === undefined) return undefined;
      if (one.order === 'MIXED' || other.order === 'MIXED') return undefined;
      const answer = await terminal.ask(
        say('import.askOrder', {
          file: printable(path),
          one: one.order,
          oneFirst: one.first,
          oneLast: one.last,
          other: other.order,
          otherFirst: other.first,
          otherLast: other.last,
        }),
      );
      if (answer === '1') return one.order;
      return answer === '2' ? other.order : undefined;
    },
    title: async (path: string, count: number): Promise<string | undefined> => {
      if (!terminal.canAsk) return undefined;
      const answer = await terminal.ask(say('import.askChat', { file: printable(path), count }));
      return answer === '' ? undefined : answer;
    },
  };
}

function linesOf({ json, say }: CommandContext, outcome: FileOutcome): string[] {
  const file = printable(outcome.path);
  const { error, report } = outcome;
  const wrong = error === undefined ? [] : [describeCode(say, error.code, { file, ...error.detail })];
  if (json || report === undefined || (error !== undefined && outcome.import === undefined)) return wrong;
  const { added, duplicates, newVersions } = outcome;
  const lines = [say('import.file', { file, added, duplicates, newVersions, ...describeOrder(say, report) })];
  if (added + newVersions > 0) lines.push(say('import.id', { id: outcome.import ?? 0 }));
  if (outcome.suppressed > 0) lines.push(say('import.suppressed', { file, count: outcome.suppressed }));
  const warnings = report.warnings.filter(({ code }) => code !== 'possibly-truncated');
  const [first] = warnings;
  if (first !== undefined)
    lines.push(say('import.warnings', { file, count: warningsInAll(warnings), text: describeWarning(say, first) }));
  if (report.possiblyTruncated) lines.push(say('import.truncated', { file }));
  const lacks = outcome.sameAs?.lacks;
  if (lacks !== undefined) lines.push(say('import.sameAs', { file: lacks.incoming, held: lacks.held }));
  return [...lines, ...wrong];
}

/** What became of a file, as a line of JSON has it. */
export function jsonOf(outcome: FileOutcome): Record<string, unknown> {
  const {
    added,
    chat,
    duplicates,
    error,
    import: id,
    newVersions,
    path,
    quarantined,
    report,
    sameAs,
    sha256,
    steps,
    suppressed,
  } = outcome;
  return {
    path,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...report,
    import: id ?? null,
    chat: chat ?? null,
    added,
    duplicates,
    newVersions,
    quarantined,
    suppressed,
    steps,
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(error === undefined ? {} : { error: { code: error.code } }),
  };
}

/** The exit code of an import. */
export function exitCode(outcomes: readonly FileOutcome[]): number {
  if (outcomes.some(({ error }) => error !== undefined && QUESTION_CODES.has(error.code))) return EXIT.answerNeeded;
  if (outcomes.some(({ error, quarantined }) => error !== undefined && quarantined === 0)) return EXIT.failed;
  return outcomes.some(({ quarantined }) => quarantined > 0) ? EXIT.quarantined : EXIT.done;
}
