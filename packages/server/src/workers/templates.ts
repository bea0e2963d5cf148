// The templates of a business account, asked of the platform when somebody is about to use one: nobody keeps them here, because the
// platform changes their words and states by itself. What is not understood of one is left out.

import { readGraphError } from '@acta/formats';
import type { SendingLook } from '../views/sending-look.ts';
import type { GraphClient } from './graph-client.ts';

/** A template, as far as somebody has to fill it. */
export interface TemplateSaid {
  readonly name: string;
  readonly language: string;
  readonly category: 'marketing' | 'utility' | 'authentication';
  /** approved, pending, rejected, paused, disabled … in small letters. */
  readonly state: string;
  readonly named: boolean;
  readonly header?: { readonly format: string; readonly text?: string };
  readonly body: string;
  readonly footer?: string;
  readonly buttons: readonly { readonly kind: string; readonly text: string; readonly url?: string }[];
}

export type TemplatesOutcome =
  | { readonly outcome: 'found'; readonly templates: readonly TemplateSaid[] }
  | { readonly outcome: 'unknown-channel' }
  | { readonly outcome: 'failed'; readonly code?: number };

const PAGES_MOST = 10;

/** Asks for the templates of the account that a channel belongs to. */
export async function templatesOf(
  { graph, look }: { readonly graph: GraphClient; readonly look: SendingLook },
  channel: number,
): Promise<TemplatesOutcome> {
  const place = await look.channelAt(channel);
  if (place === undefined) return { outcome: 'unknown-channel' };
  const found: TemplateSaid[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < PAGES_MOST; pages++) {
    const answer = await graph.templates(place.number, place.portfolio, after);
    if (answer.kind !== 'answer') return { outcome: 'failed' };
    const error = readGraphError(answer.bytes);
    if (error !== undefined || answer.status !== 200)
      return { outcome: 'failed', ...(error?.code === undefined ? {} : { code: error.code }) };
    const page = objectOf(jsonOf(answer.bytes));
    found.push(...listOf(page['data']).flatMap(templateOf));
    const next = objectOf(objectOf(page['paging'])['cursors'])['after'];
    if (typeof next !== 'string' || next === after || listOf(page['data']).length === 0) break;
    after = next;
  }
  return { outcome: 'found', templates: found };
}

type Loose = Readonly<Record<string, unknown>>;

const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;

function templateOf(said: unknown): TemplateSaid[] {
  const { category, components, language, name, parameter_format: format, status } = objectOf(said);
  const parts = listOf(components).map(objectOf);
  const part = (type: string): Loose | undefined => parts.find((one) => textOf(one['type']).toUpperCase() === type);
  const known = CATEGORIES.find((one) => one === textOf(category).toLowerCase());
  const body = textOf(part('BODY')?.['text']);
  if (known === undefined || textOf(name) === '' || textOf(language) === '' || body === '') return [];
  const [header, footer] = [part('HEADER'), textOf(part('FOOTER')?.['text'])];
  const headerText = textOf(header?.['text']);
  return [
    {
      name: textOf(name),
      language: textOf(language),
      category: known,
      state: textOf(status).toLowerCase(),
      named: textOf(format).toUpperCase() === 'NAMED',
      ...(header === undefined
        ? {}
        : {
            header: {
              format: textOf(header['format']).toLowerCase() || 'text',
              ...(headerText === '' ? {} : { text: headerText }),
            },
          }),
      body,
      ...(footer === '' ? {} : { footer }),
      buttons: listOf(part('BUTTONS')?.['buttons']).map((one) => {
        const { text, type, url } = objectOf(one);
        return {
          kind: textOf(type).toLowerCase(),
          text: textOf(text),
          ...(textOf(url) === '' ? {} : { url: textOf(url) }),
        };
      }),
    },
  ];
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

const objectOf = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
