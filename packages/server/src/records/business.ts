// Records of what the business itself keeps of people: values of fields, which fields there are and what each asks, and who is not the
// same. What is about a person stands under that person's key, so that an erasure takes it along; what a field asks is the owner's.

import type { KeyScope } from './key-scope.ts';

interface Done {
  readonly actor: string;
  readonly recordedAt: string;
  readonly v: 1;
}

/** A field of a person has these values from now on; none: it is empty. Every record is a version of the field. */
export interface PersonFieldRecord extends Done {
  /** `name`, `tags`, `note`, or the id of a field's first `field-rule`. */
  readonly field: string;
  readonly kind: 'person-field';
  readonly person: number;
  /** The version whose values these are again. */
  readonly rolledBackTo?: number;
  readonly values: readonly string[];
}

/** A field that the owner defines; with `of` it is that one, changed, or taken out of use. */
export interface FieldRuleRecord extends Done {
  readonly choices?: readonly string[];
  readonly example?: string;
  readonly kind: 'field-rule';
  readonly least?: number;
  readonly most?: number;
  readonly of?: number;
  readonly pattern?: string;
  readonly removed?: true;
  readonly template?: 'name' | 'phone' | 'email';
  readonly title: string;
  readonly type: 'text' | 'number' | 'date' | 'choice';
}

/** Somebody looked, and these are two people. */
export interface PersonApartRecord extends Done {
  readonly kind: 'person-apart';
  readonly other: number;
  readonly person: number;
}

export type BusinessRecord = PersonFieldRecord | FieldRuleRecord | PersonApartRecord;

/** The key of what the business keeps of a person: the person's own. */
export function scopeOfPerson(person: number): KeyScope {
  return { subject: person, conversation: 0, month: 0 };
}
