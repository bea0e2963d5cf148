// `acta inspect`: what each chat export is, without keeping anything. A line a chat text; one bad file never stops the
// others.

import type { ExportReport, FieldOrder } from '@acta/formats';
import { inspectChat } from '../intake/inspect.ts';
import { type Source, sourcesOf } from '../intake/sources.ts';
import { ServerError } from '../server-error.ts';
import { dateOrderOf } from './choices.ts';
import { type Command, type CommandContext, EXIT, printable, printJson } from './command.ts';
import { describeOrder } from './date-order-words.ts';
import { describeCode, describeError } from './errors.ts';
import { describeWarning } from './sentences/warnings.ts';

export const inspect: Command = {
  shape: { words: [1, Number.MAX_SAFE_INTEGER], options: { 'date-order': 'value' } },
  synopsis: 'inspect PATH… [--date-order dmy|mdy|ymd]',
  examples: ['acta inspect "WhatsApp Chat with Ana.txt"', 'acta inspect exports/ --json'],
  run: runInspect,
};

async function runInspect(context: CommandContext): Promise<number> {
  const dateOrder = dateOrderOf('inspect', context.args.value('date-order'));
  let failed = false;
  for (const path of context.args.words) {
    for await (const source of sourcesOf(path)) failed = !(await inspectOne(context, source, dateOrder)) || failed;
  }
  return failed ? EXIT.failed : EXIT.done;
}

/** Whether the source could be read; a file that is no chat was read and found to be none. */
async function inspectOne(
  context: CommandContext,
  source: Source,
  dateOrder: FieldOrder | undefined,
): Promise<boolean> {
  if ('refused' in source) {
    const { code, path } = source.refused;
    if (source.refused.content !== undefined && source.refused.isPart !== true) {
      if (context.json) await print(context, path, emptyReport(code), '');
      context.terminal.say(describeCode(context.say, code, { file: path, line: 1 }));
      return true;
    }
    context.terminal.say(describeCode(context.say, code, { file: path }));
    return false;
  }
  const { chat } = source;
  const bar = context.terminal.progress(context.say('import.reading', { file: chat.file }), chat.sizeBytes);
  try {
    const { inspection, sha256 } = await inspectChat(chat, {
      now: context.now(),
      ...(dateOrder === undefined ? {} : { dateOrder }),
      onBytes: bar.to,
    });
    bar.end();
    await print(context, chat.path, inspection.report, sha256);
    return true;
  } catch (error) {
    bar.end();
    if (!(error instanceof Error) || !('code' in error)) throw error;
    context.terminal.say(
      error instanceof ServerError
        ? describeError(context.say, error)
        : describeCode(context.say, String(error.code), { file: chat.path }),
    );
    return false;
  }
}

async function print(context: CommandContext, path: string, report: ExportReport, sha256: string): Promise<void> {
  if (context.json) await printJson(context, { path, sha256, ...report });
  else for (const line of linesOf(context, path, report)) await context.terminal.print(line);
}

function linesOf({ say }: CommandContext, path: string, report: ExportReport): string[] {
  const shown = printable(path);
  const warnings = report.warnings.map((warning) => say('inspect.warning', { text: describeWarning(say, warning) }));
  if (report.entries === 0) return [say('inspect.none', { path: shown }), ...warnings];
  const { calls, deleted, edited, first, last, media, readings, system } = report;
  return [
    say('inspect.head', {
      path: shown,
      platform: report.platform,
      ...describeOrder(say, report),
      entries: report.entries,
      first: first ?? '',
      last: last ?? '',
    }),
    say('inspect.people', { authors: report.authors.length, system, calls, deleted, edited }),
    say('inspect.media', { ...media }),
    ...(report.dateOrder === 'AMBIGUOUS'
      ? [
          say('inspect.ambiguous', {
            readings: readings.map((one) => `${one.order} ${one.first} – ${one.last}`).join(', '),
          }),
        ]
      : []),
    ...warnings,
  ];
}

/** What is said of a file that was refused before a line of it was read. */
function emptyReport(code: string): ExportReport {
  return {
    platform: 'android',
    dateOrder: 'NONE',
    dateOrderBasis: 'none',
    readings: [],
    lines: 0,
    linesAccounted: 0,
    entries: 0,
    authorless: 0,
    authors: [],
    system: 0,
    media: { present: 0, omitted: 0, missing: 0 },
    deleted: 0,
    edited: 0,
    polls: 0,
    locations: 0,
    contacts: 0,
    calls: 0,
    first: null,
    last: null,
    possiblyTruncated: false,
    warnings: [{ code: code as ExportReport['warnings'][number]['code'], line: 0 }],
  };
}
