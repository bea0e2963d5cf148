// A field of a person while it is changed. What the value breaks is said at the field, and the text stays; a change that somebody else
// made meanwhile is told, not overwritten.

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../look/button.tsx';
import { SelectField, TextArea, TextField } from '../look/field.tsx';
import { DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { useBreak } from './field-break.ts';
import { type FieldDefinition, fieldsQuery, type PersonField, usePeopleChanged, writeField } from './people-queries.ts';
import styles from './person.module.css';
import { useAct } from './use-act.ts';

export function FieldForm({
  definition,
  field,
  onClose,
  person,
  title,
}: {
  readonly person: number;
  readonly definition: FieldDefinition;
  readonly field: PersonField;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const toast = useToast();
  const changed = usePeopleChanged();
  const queries = useQueryClient();
  const breaks = useBreak();
  const { key } = definition;
  const [text, setText] = useState(field.values.join(', '));
  const [seen] = useState(field.seq ?? 0);
  const { act, error, isBusy } = useAct((problem) =>
    problem.kind === 'field-changed' ? t('person.field-changed') : breaks(problem.members, definition.example),
  );
  const undo = (): void =>
    void writeField(person, { key, values: field.values })
      .then(changed)
      .catch(() => toast({ kind: 'danger', text: t('person.field-undo-failed') }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    act(async () => {
      const values = key === 'tags' ? text.split(PARTS) : [text];
      await writeField(person, { key, values, seen });
      // The next change goes out from what stands there now.
      await queries.invalidateQueries({ queryKey: fieldsQuery(person).queryKey });
      changed();
      toast({ kind: 'ok', text: t('person.field-saved', { field: title }), undo });
      onClose();
    });
  };
  return (
    <form className={styles['fieldForm']} onSubmit={save}>
      <FieldInput definition={definition} title={title} text={text} error={error} onText={setText} />
      <DialogActs>
        <Button kind="quiet" size="small" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
        <Button kind="primary" size="small" type="submit" busy={isBusy}>
          {t('person.field-save')}
        </Button>
      </DialogActs>
    </form>
  );
}

const PARTS = /[,，;\n]/u;

function FieldInput({
  definition: { choices = [], example, key, type },
  error,
  onText,
  text,
  title,
}: {
  readonly definition: FieldDefinition;
  readonly title: string;
  readonly text: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
}): ReactNode {
  const t = useWords();
  const tied = {
    label: title,
    value: text,
    autoFocus: true,
    ...(error === undefined ? {} : { error }),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onText(target.value),
  };
  if (type === 'choice')
    return (
      <SelectField {...tied}>
        <option value="" />
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </SelectField>
    );
  if (key === 'note') return <TextArea {...tied} rows={4} dir="auto" />;
  const hint =
    key === 'tags' ? t('person.tags-hint') : example === undefined ? undefined : t('person.break-example', { example });
  return (
    <TextField
      {...tied}
      {...(hint === undefined ? {} : { hint })}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' ? 'decimal' : 'text'}
      dir="auto"
      autoComplete="off"
    />
  );
}
