// Help: all commands, or one with its options and examples.

import type { Command } from './command.ts';
import { isSentence, type Sentences } from './sentences/index.ts';

/** All commands with what each does. */
export function helpOf(commands: Readonly<Record<string, Command>>, say: Sentences): string[] {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    say('help.usage'),
    '',
    ...Object.keys(commands).map((name) => `  ${name.padEnd(width)}  ${purposeOf(name, say)}`),
    '',
    say('help.everywhere'),
    '',
    say('help.examples'),
    ...['import', 'search', 'verify']
      .flatMap((name) => commands[name]?.examples.slice(0, 1) ?? [])
      .map((line) => `  ${line}`),
  ];
}

/** One command. */
export function helpFor(name: string, command: Command, say: Sentences): string[] {
  return [
    `acta ${command.synopsis}`,
    '',
    purposeOf(name, say),
    '',
    say('help.everywhere'),
    '',
    say('help.examples'),
    ...command.examples.map((line) => `  ${line}`),
  ];
}

function purposeOf(name: string, say: Sentences): string {
  const key = `help.${name}`;
  return isSentence(key) ? say(key) : '';
}
