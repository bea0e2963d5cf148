// The words of templates, for the archive's own entry of what was sent: asked of the platform once in a while and never waited for
// long. Where it does not answer, the entry tells what was filled in.

import type { TemplateWords } from '@acta/formats';
import type { TemplateSaid, TemplatesOutcome } from './templates.ts';

const FRESH_MS = 5 * 60_000;
const MOST_WAIT_MS = 1_500;

interface NamedTemplate {
  readonly name: string;
  readonly language: string;
}

interface Held {
  readonly atMs: number;
  readonly asked: Promise<TemplatesOutcome>;
}

export interface TemplateWordsParts {
  readonly templates: (channel: number) => Promise<TemplatesOutcome>;
  readonly now: () => Date;
}

export class TemplateShelf {
  private readonly parts: TemplateWordsParts;
  private readonly held = new Map<number, Held>();

  constructor(parts: TemplateWordsParts) {
    this.parts = parts;
  }

  /** The words of a template, where the platform tells them in time. */
  async wordsOf(channel: number, { language, name }: NamedTemplate): Promise<TemplateWords | undefined> {
    const outcome = await this.soon(channel);
    if (outcome?.outcome !== 'found') return undefined;
    const said = outcome.templates.find((one) => one.name === name && one.language === language);
    return said === undefined ? undefined : wordsOf(said);
  }

  private async soon(channel: number): Promise<TemplatesOutcome | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, MOST_WAIT_MS, undefined);
    try {
      return await Promise.race([this.asked(channel), late]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  private asked(channel: number): Promise<TemplatesOutcome> {
    const nowMs = this.parts.now().getTime();
    const held = this.held.get(channel);
    if (held !== undefined && nowMs - held.atMs < FRESH_MS) return held.asked;
    const asked = this.parts.templates(channel);
    this.held.set(channel, { atMs: nowMs, asked });
    const forget = (): void => {
      if (this.held.get(channel)?.asked === asked) this.held.delete(channel);
    };
    // What failed is asked again.
    asked.then(({ outcome }) => (outcome === 'found' ? undefined : forget()), forget);
    return asked;
  }
}

function wordsOf({ body, buttons, footer, header }: TemplateSaid): TemplateWords {
  return {
    ...(header?.text === undefined ? {} : { header: header.text }),
    body,
    ...(footer === undefined ? {} : { footer }),
    ...(buttons.length === 0 ? {} : { buttons: buttons.map(({ text }) => text).filter((text) => text !== '') }),
  };
}
