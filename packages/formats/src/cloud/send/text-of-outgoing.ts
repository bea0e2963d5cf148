// What a reader of an outgoing message sees, for the archive's own entry. A template's words are with the platform; who has them
// passes them in, and otherwise only what was filled in can be told.
import type { OutgoingInteractive } from './outgoing-interactive.ts';
import type { OutgoingMessage } from './outgoing-message.ts';
import type { OutgoingTemplate, TemplateText } from './outgoing-template.ts';

/** The words of a template, with `{{1}}` or `{{name}}` where parameters go. */
export interface TemplateWords {
  readonly header?: string;
  readonly body?: string;
  readonly footer?: string;
  readonly buttons?: readonly string[];
}

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** @returns one line or more; empty for what has no words */
export function textOfOutgoing(message: OutgoingMessage, words?: TemplateWords): string {
  switch (message.type) {
    case 'text':
      return message.body;
    case 'location':
      return lines([message.name, message.address]);
    case 'contacts':
      return lines(message.contacts.map(({ name }) => name.formatted));
    case 'reaction':
      return message.emoji;
    case 'interactive':
      return interactiveText(message.interactive);
    case 'template':
      return templateText(message.template, words);
    default:
      return message.caption ?? '';
  }
}

function interactiveText(interactive: OutgoingInteractive): string {
  const header = 'header' in interactive && interactive.header?.kind === 'text' ? interactive.header.text : undefined;
  const footer = 'footer' in interactive ? interactive.footer : undefined;
  return lines([header, interactive.body, footer, ...titlesOf(interactive)]);
}

/** What there is to tap, in the order in which it stands. */
function titlesOf(interactive: OutgoingInteractive): readonly string[] {
  switch (interactive.kind) {
    case 'buttons':
      return interactive.buttons.map(({ title }) => title);
    case 'list':
      return [interactive.button, ...interactive.sections.flatMap(({ rows }) => rows.map(({ title }) => title))];
    case 'link':
      return [interactive.title, interactive.url];
    case 'flow':
      return [interactive.button];
    case 'order-details':
      return interactive.order.items.map(({ name, quantity }) => `${quantity} × ${name}`);
    default:
      return [];
  }
}

function templateText({ header, body, cards }: OutgoingTemplate, words: TemplateWords | undefined): string {
  const headerTexts = header?.kind === 'text' ? [header] : [];
  const cardTexts = (cards ?? []).flatMap((card) => (card.body ?? []).map(({ text }) => text));
  if (words === undefined) return lines([...headerTexts, ...(body ?? [])].map(({ text }) => text).concat(cardTexts));
  return lines([
    filled(words.header, headerTexts),
    filled(words.body, body ?? []),
    ...cardTexts,
    words.footer,
    ...(words.buttons ?? []),
  ]);
}

/** Puts parameters in, by name or by position from 1; a placeholder that nothing fills stays. */
function filled(words: string | undefined, parameters: readonly TemplateText[]): string | undefined {
  const texts = new Map(parameters.map(({ name, text }, index) => [name ?? String(index + 1), text]));
  return words?.replace(placeholder, (whole, name: string) => texts.get(name) ?? whole);
}

const lines = (values: readonly (string | undefined)[]): string =>
  values.filter((value) => value !== undefined && value !== '').join('\n');
