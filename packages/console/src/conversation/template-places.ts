// The places that a template leaves open, and the message that filling them makes. Pure.

import type { ActaPaths } from '@acta/server/client';
import type { SendBody } from './waiting-store.ts';

export type Template =
  ActaPaths['/api/v1/channels/{id}/templates']['get']['responses']['200']['content']['application/json']['items'][number];

export interface Place {
  /** `header:1`, `body:name`, `button:0`. */
  readonly key: string;
  readonly part: 'header' | 'body' | 'button';
  readonly name: string;
  /** Of a button: which one, what it says and what it wants. */
  readonly index?: number;
  readonly text?: string;
  readonly kind?: string;
}

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

function namesIn(text: string | undefined): readonly string[] {
  return [...new Set([...(text ?? '').matchAll(PLACE)].map(([, name = '']) => name))];
}

/** What must be filled, in the order in which it is read. */
export function placesOf({ body, buttons, header }: Template): readonly Place[] {
  return [
    ...namesIn(header?.text).map((name): Place => ({ key: `header:${name}`, part: 'header', name })),
    ...namesIn(body).map((name): Place => ({ key: `body:${name}`, part: 'body', name })),
    ...buttons.flatMap(({ kind, text, url }, index): Place[] => {
      const isOpen = kind === 'copy_code' || (kind === 'url' && namesIn(url).length > 0);
      return isOpen ? [{ key: `button:${index}`, part: 'button', name: '1', index, text, kind }] : [];
    }),
  ];
}

/** Whether it can be filled here: a picture or file in its heading cannot. */
export function isFillable({ header }: Template): boolean {
  return header === undefined || header.format === 'text';
}

export type Values = Readonly<Record<string, string>>;

/** A text cut at its places: what is written, and what fills them. */
export function filledParts(
  text: string,
  part: 'header' | 'body',
  values: Values,
): readonly { readonly text: string; readonly isFilled: boolean }[] {
  return text.split(PLACE).map((one, index) => {
    if (index % 2 === 0) return { text: one, isFilled: false };
    const value = values[`${part}:${one}`] ?? '';
    return { text: value.trim() === '' ? `{{${one}}}` : value, isFilled: true };
  });
}

type FilledButton =
  | { readonly index: number; readonly kind: 'copy-code'; readonly code: string }
  | { readonly index: number; readonly kind: 'url'; readonly suffix: string };

/** The request that sends it. */
export function requestOf(template: Template, values: Values): SendBody {
  const { category, language, name, named } = template;
  const places = placesOf(template);
  const filled = (place: Place) => ({ text: (values[place.key] ?? '').trim(), ...(named ? { name: place.name } : {}) });
  const [header] = places.filter(({ part }) => part === 'header');
  const body = places.filter(({ part }) => part === 'body').map(filled);
  const buttons = places.flatMap(({ index = 0, key, kind, part }): FilledButton[] => {
    if (part !== 'button') return [];
    const value = (values[key] ?? '').trim();
    return kind === 'copy_code' ? [{ index, kind: 'copy-code', code: value }] : [{ index, kind: 'url', suffix: value }];
  });
  return {
    category,
    message: {
      type: 'template',
      template: {
        name,
        language,
        ...(header === undefined ? {} : { header: { kind: 'text', ...filled(header) } }),
        ...(body.length === 0 ? {} : { body }),
        ...(buttons.length === 0 ? {} : { buttons }),
      },
    },
  };
}
