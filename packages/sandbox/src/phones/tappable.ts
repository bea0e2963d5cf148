// What can be tapped in a message of the business, in the order in which a phone shows it, and the message that a tap sends.
import { type JsonObject, listOf, objectOf, present, textOf } from '../json.ts';
import type { ChatMessage } from '../world/chat.ts';
import type { Templates } from '../world/template.ts';

/** A button or a row. */
export interface Tappable {
  readonly label: string;
  readonly description?: string;
  /** The type and content of the answer; none if a tap only leads elsewhere. */
  readonly answer?: { readonly type: 'interactive' | 'button'; readonly content: JsonObject };
}

/** @returns what can be tapped */
export function tappables(message: ChatMessage, templates: Templates): readonly Tappable[] {
  const content = objectOf(message.content) ?? {};
  if (message.type === 'template') return templateButtons(content, templates);
  if (message.type !== 'interactive') return [];
  const action = objectOf(content['action']) ?? {};
  switch (content['type']) {
    case 'button':
      return listOf(action['buttons']).flatMap((button) => replyButton(objectOf(objectOf(button)?.['reply'])));
    case 'list':
      return listOf(action['sections']).flatMap((section) => listOf(objectOf(section)?.['rows']).flatMap(listRow));
    case 'cta_url':
      return [{ label: textOf(objectOf(action['parameters'])?.['display_text']) ?? '' }];
    case 'flow':
      return [flowButton(objectOf(action['parameters']) ?? {})];
    default:
      return [];
  }
}

function replyButton(reply: JsonObject | undefined): readonly Tappable[] {
  const [id, title] = [textOf(reply?.['id']), textOf(reply?.['title'])];
  if (id === undefined || title === undefined) return [];
  const content = { type: 'button_reply', button_reply: { id, title } };
  return [{ label: title, answer: { type: 'interactive', content } }];
}

function listRow(value: unknown): readonly Tappable[] {
  const row = objectOf(value);
  const [id, title, description] = [textOf(row?.['id']), textOf(row?.['title']), textOf(row?.['description'])];
  if (id === undefined || title === undefined) return [];
  const content = { type: 'list_reply', list_reply: present({ id, title, description }) };
  return [
    { label: title, ...(description !== undefined && { description }), answer: { type: 'interactive', content } },
  ];
}

/** Filling a flow in is beyond a small phone; it answers with the token and nothing else. */
function flowButton(parameters: JsonObject): Tappable {
  const response = JSON.stringify({ flow_token: textOf(parameters['flow_token']) ?? 'unused' });
  const content = { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: response } };
  return { label: textOf(parameters['flow_cta']) ?? '', answer: { type: 'interactive', content } };
}

function templateButtons(content: JsonObject, templates: Templates): readonly Tappable[] {
  const language = textOf(objectOf(content['language'])?.['code']) ?? '';
  const template = templates.find(textOf(content['name']) ?? '', language);
  const buttons = template?.components.flatMap((component) => component.buttons ?? []) ?? [];
  return buttons.map(({ type, text }, index) => {
    if (type !== 'QUICK_REPLY') return { label: text };
    const payload = payloadOf(content, index) ?? text;
    return { label: text, answer: { type: 'button', content: { payload, text } } };
  });
}

function payloadOf(content: JsonObject, index: number): string | undefined {
  const components = listOf(content['components']).map(objectOf);
  const button = components.find((one) => one?.['type'] === 'button' && Number(one['index']) === index);
  return textOf(objectOf(listOf(button?.['parameters'])[0])?.['payload']);
}
