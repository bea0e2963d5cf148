// What a rule of input is: data, so that a webhook, an import, a program and a form are held to the same table, and an owner can add
// rules of their own. A rule never loses what breaks it: it flags it.

/** Whence something comes in. */
export type InputSource = 'webhook' | 'export' | 'api' | 'console';

/** Forms that are right in every script. */
export type FieldTemplate = 'name' | 'phone' | 'email' | 'free-text' | 'number' | 'date' | 'media-type';

/** Characters that do not belong into what people write. */
export type CharacterClass = 'control' | 'bidi-override' | 'bidi-any' | 'replaced' | 'zero-width-run' | 'hidden-tags';

export type RuleCheck =
  /** Characters (code points), both bounds allowed. */
  | { readonly kind: 'length'; readonly least?: number; readonly most?: number }
  | { readonly kind: 'characters'; readonly not: CharacterClass }
  | { readonly kind: 'template'; readonly template: FieldTemplate }
  /** In the language of `safe-pattern.ts`, over the whole value. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  /** A name of letters, not only of signs. */
  | { readonly kind: 'has-letter' }
  /** Not before, ms since 1970. */
  | { readonly kind: 'not-before'; readonly earliestMs: number }
  /** Not further ahead of now. */
  | { readonly kind: 'not-ahead'; readonly mostMs: number }
  /** Received not later than this after it was said. */
  | { readonly kind: 'not-late'; readonly mostMs: number }
  /** Decided by the first bytes of a media file. */
  | { readonly kind: 'media'; readonly fault: 'differs' | 'unknown' | 'program' };

export interface InputRule {
  /** Stands in flags; without `@`. */
  readonly id: string;
  readonly fields: readonly string[];
  /** Absent: whencever. */
  readonly sources?: readonly InputSource[];
  readonly check: RuleCheck;
  /** `note`: unusual, may well be right. `warning`: somebody should look. */
  readonly severity: 'note' | 'warning';
  /** Key of the sentence that explains it to a person. */
  readonly sentence: string;
}

/** A rule that a field does not keep. What the field says stands in no flag. */
export interface QualityFlag {
  readonly rule: string;
  readonly field: string;
}

/** A flag as records hold it: `rule@field`. */
export function flagText({ field, rule }: QualityFlag): string {
  return `${rule}@${field}`;
}
