// Message templates: their words, how many parameters each part wants, and the states that the platform moves them through.
import { listOf, objectOf, textOf } from '../json.ts';
import { SandboxError } from '../sandbox-error.ts';

export type TemplateState = 'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED';
export type TemplateCategory = 'MARKETING' | 'UTILITY' | 'AUTHENTICATION';

export interface TemplateComponent {
  readonly type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS';
  readonly format?: 'TEXT' | 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'LOCATION';
  readonly text?: string;
  readonly buttons?: readonly TemplateButton[];
}

export interface TemplateButton {
  readonly type: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'COPY_CODE' | 'OTP' | 'FLOW';
  readonly text: string;
  readonly url?: string;
}

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly parameterFormat: 'POSITIONAL' | 'NAMED';
  readonly components: readonly TemplateComponent[];
  state: TemplateState;
}

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;
const states: readonly string[] = ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'];

/** @returns the names or numbers of the places that a text leaves open, each once */
export function placeholders(text: string | undefined): readonly string[] {
  return [...new Set(Array.from((text ?? '').matchAll(placeholder), ([, name = '']) => name))];
}

/** @returns the text with its places filled, by name or by number */
export function filled(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(placeholder, (whole: string, name: string) => values.get(name) ?? whole);
}

/** The templates of a business. */
export class Templates {
  readonly #all: Template[];

  constructor(templates: readonly Template[]) {
    this.#all = templates.map((template) => ({ ...template }));
  }

  all(): readonly Template[] {
    return this.#all;
  }

  find(name: string, language: string): Template | undefined {
    return this.#all.find((template) => template.name === name && template.language === language);
  }

  add(template: Template): void {
    this.#all.push(template);
  }

  remove(name: string): number {
    const before = this.#all.length;
    const rest = this.#all.filter((template) => template.name !== name);
    this.#all.splice(0, before, ...rest);
    return before - rest.length;
  }

  /** Moves the templates of a name into a state. @throws SandboxError `unknown-template` or `bad-request` */
  move(name: string, state: string): readonly Template[] {
    if (!states.includes(state)) throw new SandboxError('bad-request', `a state is one of ${states.join(', ')}`);
    const moved = this.#all.filter((template) => template.name === name);
    if (moved.length === 0) throw new SandboxError('unknown-template', name);
    for (const template of moved) template.state = state as TemplateState;
    return moved;
  }
}

/** Reads the components of a template that the business wants to have approved; what is not understood is left out. */
export function readComponents(value: unknown): readonly TemplateComponent[] {
  return listOf(value).flatMap((item) => {
    const component = objectOf(item);
    const type = textOf(component?.['type'])?.toUpperCase();
    if (type !== 'HEADER' && type !== 'BODY' && type !== 'FOOTER' && type !== 'BUTTONS') return [];
    const format = textOf(component?.['format'])?.toUpperCase() as TemplateComponent['format'];
    const text = textOf(component?.['text']);
    const buttons = listOf(component?.['buttons']).flatMap(readButton);
    return [
      {
        type,
        ...(format !== undefined && { format }),
        ...(text !== undefined && { text }),
        ...(type === 'BUTTONS' && { buttons }),
      },
    ];
  });
}

function readButton(value: unknown): readonly TemplateButton[] {
  const button = objectOf(value);
  const [type, text, url] = [textOf(button?.['type']), textOf(button?.['text']), textOf(button?.['url'])];
  if (type === undefined || text === undefined) return [];
  return [{ type: type.toUpperCase() as TemplateButton['type'], text, ...(url !== undefined && { url }) }];
}
