/** Polls: a label, the question, then a line per answer with its votes in parentheses. */
import type { PollFact } from './entry.ts';
import { phraseKey } from './phrase-key.ts';
import { optionLabels } from './phrases-structured.ts';
import { digitsOf, withoutMarks } from './shadow.ts';

const label = /^[^:：]*[:：]?\s*/;
const colonMark = /[:：]/;

/** Reads a message whose first line is the label of a poll, or undefined when no answer follows. */
export function pollOf(body: string): PollFact | undefined {
  const lines = body.split('\n', 200).map((line) => withoutMarks(line));
  const inline = (lines[0] ?? '').replace(label, '');
  const question: string[] = inline === '' ? [] : [inline];
  const options: { text: string; votes: number }[] = [];
  for (const line of lines.slice(1)) {
    const option = optionOf(line);
    if (option !== undefined) options.push(option);
    else if (options.length === 0) question.push(line);
  }
  if (options.length === 0 && lines.length < 2) return undefined;
  return { question: question.join('\n').trim(), options };
}

function optionOf(line: string): { text: string; votes: number } | undefined {
  const colon = line.search(colonMark);
  if (colon < 1 || colon > 24 || !optionLabels.has(phraseKey(line.slice(0, colon)))) return undefined;
  const rest = line.slice(colon + 1).trim();
  const open = Math.max(rest.lastIndexOf('('), rest.lastIndexOf('（'));
  const votes = open < 0 ? '' : digitsOf(rest.slice(open));
  if (votes === '' || votes.length > 6) return { text: rest, votes: 0 };
  return { text: rest.slice(0, open).trim(), votes: Number(votes) };
}
