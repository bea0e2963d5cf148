// `acta import`: take chat exports in. Makes the vault and its key if there is none. Questions are asked on a terminal;
// without one they end that file with an error that names the option.

import type { ExportReport, FieldOrder } from '@acta/formats';
import { type FileOutcome, type ImportChoices, PathImporter, QUESTION_CODES } from '../intake/import-paths.ts';
import { isBulk } from '../intake/input-size.ts';
import { ServerError } from '../server-error.ts';
import { chatNamed } from './chats.ts';
import { dateOrderOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { describeOrder } from './date-order-words.ts';
import { describeCode } from './errors.ts';
import { describeWarning, warningsInAll } from './sentences/warnings.ts';
import type { Progress } from './terminal.ts';
import type { WriteVault } from './vault.ts';

export const importCommand: Command = {
  shape: {
    words: [1, Number.MAX_SAFE_INTEGER],
    options: { chat: 'value', me: 'value', zone: 'value', 'date-order': 'value', 'same-as': 'value', readmit: 'flag' },
  },
  synopsis: 'import PATH… [--chat NAME] [--me NAME] [--zone Z] [--date-order dmy|mdy|ymd] [--same-as CHAT] [--readmit]',
  examples: [
    'acta import "WhatsApp Chat - Ana.zip"',
    'acta import exports/ --me "Café Aurora" --zone America/Monterrey',
    'acta import "Chat de WhatsApp con Luis.txt" --same-as "Ana"',
  ],
  run: runImport,
};

async function runImport(context: CommandContext): Promise<number> {
  const began = performance.now();
  const zone = zoneOf(context.args.value('zone'));
  const dateOrder = dateOrderOf('import', context.args.value('date-order'));
  const vault = await openOrMake(context, context.args.words);
  try {
    const choices = await choicesOf(context, vault, { zone, dateOrder });
    const outcomes = await importInto(context, vault, choices);
    const imports = outcomes.flatMap((outcome) => (outcome.chat === undefined ? [] : [outcome.chat]));
    await vault.audit({ command: 'import', chats: [...new Set(imports)], count: outcomes.length });
    const signed = await vault.settle();
    if (context.json) {
      await printJson(context, {
        files: outcomes.map(jsonOf),
        checkpoint: signed,
        elapsedMs: Math.round(performance.now() - began),
      });
    } else {
      const added = outcomes.reduce((sum, outcome) => sum + outcome.added, 0);
      await context.terminal.print(
        context.say('import.total', { files: outcomes.length, added, size: signed.size, root: signed.root }),
      );
    }
    return exitCode(outcomes);
  } finally {
    await vault.close();
  }
}

/** Opens the vault, or makes it and says where it and its key lie. */
export async function openOrMake(
  { say, terminal, vaults }: CommandContext,
  paths: readonly string[],
): Promise<WriteVault> {
  const vault = await vaults.write({ make: true, bulk: await isBulk(paths) });
  if (vault.made !== undefined) {
    terminal.say(say('vault.made', { dir: vaults.dir, keys: vaults.keysDir }));
    if (vault.made.code === undefined) terminal.say(say('vault.codeLater'));
    else terminal.say(`${say('vault.codeTerminal')}\n\n    ${vault.made.code}\n`);
  }
  return vault;
}

async function choicesOf(
  { args }: CommandContext,
  vault: WriteVault,
  parsed: { readonly zone: string | undefined; readonly dateOrder: FieldOrder | undefined },
): Promise<ImportChoices> {
  const sameAs = args.value('same-as');
  const known = sameAs === undefined ? undefined : await knownChat(vault, sameAs);
  const [chat, me] = [args.value('chat'), args.value('me')];
  return {
    readmit: args.flag('readmit'),
    actor: vault.actor,
    ...(chat === undefined ? {} : { chat }),
    ...(me === undefined ? {} : { me }),
    ...(parsed.zone === undefined ? {} : { zone: parsed.zone }),
    ...(parsed.dateOrder === undefined ? {} : { dateOrder: parsed.dateOrder }),
    ...(known === undefined ? {} : { sameAs: known }),
  };
}

async function knownChat(vault: WriteVault, typed: string) {
  const id = await chatNamed(vault, typed);
  const chat = await vault.desk.known.chat(id);
  const record = await vault.reader.record(id);
  if (chat === undefined || record?.kind !== 'conversation') throw new ServerError('chat-missing', { chat: typed });
  return { ...chat, title: record.title };
}

function zoneOf(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: typed });
    return typed;
  } catch (error) {
    throw new ServerError('usage', { command: 'import', reason: 'choice', word: typed }, error);
  }
}

/** Runs the import with progress and questions; what happened to each file is said as it happens. */
export async function importInto(
  context: CommandContext,
  vault: WriteVault,
  choices: ImportChoices,
  paths: readonly string[] = context.args.words,
): Promise<FileOutcome[]> {
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
  const importer = new PathImporter(vault.desk, choices, questionsOn(context), {
    reading: (path, bytes, total) => show(say('import.reading', { file: printable(path) }), bytes, total),
    importing: (path, entries, total) => show(say('import.importing', { file: printable(path) }), entries, total),
    done: (outcome) => {
      bar?.end();
      step = '';
      for (const line of linesOf(context, outcome)) terminal.say(line);
    },
  });
  return importer.importPaths(paths);
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

function jsonOf(outcome: FileOutcome): Record<string, unknown> {
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

function exitCode(outcomes: readonly FileOutcome[]): number {
  if (outcomes.some(({ error }) => error !== undefined && QUESTION_CODES.has(error.code))) return EXIT.answerNeeded;
  if (outcomes.some(({ error, quarantined }) => error !== undefined && quarantined === 0)) return EXIT.failed;
  return outcomes.some(({ quarantined }) => quarantined > 0) ? EXIT.quarantined : EXIT.done;
}
