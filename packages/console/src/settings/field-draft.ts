// What an owner typed of a rule, and the rule it makes. Pure: what does not belong to the type is left out.

import type { FieldDefinition } from '../people/people-queries.ts';

export type FieldType = 'text' | 'number' | 'date' | 'choice';
export type FieldTemplate = 'name' | 'phone' | 'email';

export interface RuleDraft {
  readonly type: FieldType;
  readonly least: string;
  readonly most: string;
  readonly template: FieldTemplate | '';
  readonly pattern: string;
  readonly choices: string;
  readonly example: string;
}

export interface FieldRule {
  readonly type: FieldType;
  readonly least?: number;
  readonly most?: number;
  readonly template?: FieldTemplate;
  readonly pattern?: string;
  readonly choices?: string[];
  readonly example?: string;
}

const TYPES: readonly FieldType[] = ['text', 'number', 'date', 'choice'];
const TEMPLATES: readonly FieldTemplate[] = ['name', 'phone', 'email'];

/** The draft of a field that is there; an empty one of a field that is not. */
export function draftOf(field: FieldDefinition | undefined): RuleDraft {
  return {
    type: TYPES.find((type) => type === field?.type) ?? 'text',
    least: field?.least === undefined ? '' : String(field.least),
    most: field?.most === undefined ? '' : String(field.most),
    template: TEMPLATES.find((template) => template === field?.template) ?? '',
    pattern: field?.pattern ?? '',
    choices: (field?.choices ?? []).join('\n'),
    example: field?.example ?? '',
  };
}

/** The rule of a draft. */
export function ruleOf({ choices, example, least, most, pattern, template, type }: RuleDraft): FieldRule {
  const isBounded = type === 'text' || type === 'number';
  const [low, high] = [numberIn(least), numberIn(most)];
  const listed = choices.split('\n').map((choice) => choice.trim());
  return {
    type,
    ...(isBounded && low !== undefined ? { least: low } : {}),
    ...(isBounded && high !== undefined ? { most: high } : {}),
    ...(type === 'text' && template !== '' ? { template } : {}),
    ...(type === 'text' && pattern.trim() !== '' ? { pattern: pattern.trim() } : {}),
    ...(type === 'choice' ? { choices: listed.filter((choice) => choice !== '') } : {}),
    ...(example.trim() === '' ? {} : { example: example.trim() }),
  };
}

function numberIn(typed: string): number | undefined {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || !Number.isFinite(value) ? undefined : value;
}
