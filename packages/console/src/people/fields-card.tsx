// What the business keeps of a person, field by field; each is changed in its place, and what a value breaks is said at the field.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { LinkButton } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Card, Tag } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { useBreak } from './field-break.ts';
import { FieldForm } from './field-form.tsx';
import { definitionsQuery, type FieldDefinition, fieldsQuery, type PersonField } from './people-queries.ts';
import styles from './person.module.css';
import { useFieldTitle } from './person-name.ts';

function emptyField(key: string): PersonField {
  return { key, values: [], version: 0 };
}

export function FieldsCard({ person }: { readonly person: number }): ReactNode {
  const t = useWords();
  const { data: definitions = [] } = useQuery(definitionsQuery);
  const { data: fields = [] } = useQuery(fieldsQuery(person));
  const [changed, setChanged] = useState<string>();
  const titleOf = useFieldTitle(definitions);
  return (
    <Card
      title={
        <span className={styles['cardTitle']}>
          {t('person.fields')}
          <a href="#history">{t('person.versions')}</a>
        </span>
      }
    >
      {definitions.map((definition) => {
        const field = fields.find(({ key }) => key === definition.key) ?? emptyField(definition.key);
        const title = titleOf(definition.key);
        return changed === definition.key ? (
          <FieldForm
            key={definition.key}
            person={person}
            definition={definition}
            field={field}
            title={title}
            onClose={() => setChanged(undefined)}
          />
        ) : (
          <FieldLine
            key={definition.key}
            definition={definition}
            field={field}
            title={title}
            onChange={() => setChanged(definition.key)}
          />
        );
      })}
    </Card>
  );
}

function FieldLine({
  definition,
  field,
  onChange,
  title,
}: {
  readonly definition: FieldDefinition;
  readonly field: PersonField;
  readonly title: string;
  readonly onChange: () => void;
}): ReactNode {
  const t = useWords();
  const breaks = useBreak();
  const mayWrite = useMay('write:people');
  const { broken, values } = field;
  const wrong = broken === undefined ? undefined : breaks(broken, definition.example);
  const shown = <FieldValue definition={definition} values={values} />;
  return (
    <div className={styles['field']}>
      <span className={styles['quiet']}>{title}</span>
      <span className={styles['fieldValue']}>{shown}</span>
      {mayWrite && (
        <LinkButton
          className={styles['fieldAct']}
          aria-label={t('person.field-change', { field: title })}
          onClick={onChange}
        >
          {t('fields.change')}
        </LinkButton>
      )}
      {wrong !== undefined && (
        <div className={styles['fieldWrong']}>
          <ErrorLine>{wrong}</ErrorLine>
        </div>
      )}
    </div>
  );
}

function FieldValue({
  definition: { key, type },
  values,
}: {
  readonly definition: FieldDefinition;
  readonly values: readonly string[];
}): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const [value] = values;
  if (value === undefined) return <span className={styles['quiet']}>{t('person.field-empty')}</span>;
  if (key === 'tags')
    return values.map((tag) => (
      <Tag key={tag}>
        <bdi>{tag}</bdi>
      </Tag>
    ));
  const at = type === 'date' ? new Date(`${value}T00:00`) : undefined;
  if (at !== undefined && !Number.isNaN(at.getTime())) return day(at);
  return (
    <span dir="auto" className={styles['written']}>
      {value}
    </span>
  );
}
