// The inputs of a rule: what belongs to the type that was chosen, and nothing else.

import type { ReactNode } from 'react';
import { SelectField, TextArea, TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import type { FieldTemplate, FieldType, RuleDraft } from './field-draft.ts';
import styles from './fields-section.module.css';

const TYPES: readonly FieldType[] = ['text', 'number', 'date', 'choice'];
const TEMPLATES: readonly FieldTemplate[] = ['name', 'phone', 'email'];

interface InputProps {
  readonly draft: RuleDraft;
  readonly onDraft: (draft: RuleDraft) => void;
}

export function FieldRuleInputs({ draft, onDraft }: InputProps): ReactNode {
  const t = useWords();
  const { choices, example, type } = draft;
  return (
    <>
      <SelectField
        label={t('fields.type')}
        value={type}
        onChange={({ target }) => onDraft({ ...draft, type: TYPES.find((one) => one === target.value) ?? 'text' })}
      >
        {TYPES.map((one) => (
          <option key={one} value={one}>
            {t(`fields.type.${one}`)}
          </option>
        ))}
      </SelectField>
      {(type === 'text' || type === 'number') && <Bounds draft={draft} onDraft={onDraft} />}
      {type === 'text' && <Form draft={draft} onDraft={onDraft} />}
      {type === 'choice' && (
        <TextArea
          label={t('fields.choices')}
          hint={t('fields.choices-hint')}
          value={choices}
          rows={4}
          onChange={({ target }) => onDraft({ ...draft, choices: target.value })}
        />
      )}
      {type !== 'choice' && (
        <TextField
          label={t('fields.example')}
          hint={t('fields.example-hint')}
          value={example}
          maxLength={100}
          onChange={({ target }) => onDraft({ ...draft, example: target.value })}
        />
      )}
    </>
  );
}

function Bounds({ draft, onDraft }: InputProps): ReactNode {
  const t = useWords();
  const isText = draft.type === 'text';
  return (
    <div className={styles['two']}>
      <TextField
        label={t(isText ? 'fields.least-characters' : 'fields.least')}
        inputMode="decimal"
        value={draft.least}
        onChange={({ target }) => onDraft({ ...draft, least: target.value })}
      />
      <TextField
        label={t(isText ? 'fields.most-characters' : 'fields.most')}
        inputMode="decimal"
        value={draft.most}
        onChange={({ target }) => onDraft({ ...draft, most: target.value })}
      />
    </div>
  );
}

function Form({ draft, onDraft }: InputProps): ReactNode {
  const t = useWords();
  return (
    <>
      <SelectField
        label={t('fields.template')}
        value={draft.template}
        onChange={({ target }) => onDraft({ ...draft, template: TEMPLATES.find((one) => one === target.value) ?? '' })}
      >
        <option value="">{t('fields.template.none')}</option>
        {TEMPLATES.map((one) => (
          <option key={one} value={one}>
            {t(`fields.template.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('fields.pattern')}
        hint={t('fields.pattern-hint')}
        code
        value={draft.pattern}
        maxLength={200}
        onChange={({ target }) => onDraft({ ...draft, pattern: target.value })}
      />
    </>
  );
}
