// The fields that the business keeps of people: which there are, what each asks, and what would break a rule before it is made.

import { PlusIcon } from '@phosphor-icons/react/Plus';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay } from '../api/session.ts';
import { Button, LinkButton } from '../look/button.tsx';
import { Empty, Table } from '../look/parts.tsx';
import { definitionsQuery, type FieldDefinition } from '../people/people-queries.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { FieldDialog } from './field-dialog.tsx';
import styles from './fields-section.module.css';

export function FieldsSection(): ReactNode {
  const t = useWords();
  const mayChange = useMay('admin');
  const { data: definitions = [], isFetched } = useQuery(definitionsQuery);
  const [asked, setAsked] = useState<FieldDefinition | 'new'>();
  const owned = definitions.filter(({ title }) => title !== undefined);
  return (
    <section>
      <div className={styles['head']}>
        <div>
          <h2>{t('fields.title')}</h2>
          <p>{t('fields.about')}</p>
        </div>
        {mayChange && (
          <Button kind="primary" icon={<PlusIcon size={18} aria-hidden="true" />} onClick={() => setAsked('new')}>
            {t('fields.new')}
          </Button>
        )}
      </div>
      {isFetched && owned.length === 0 ? (
        <Empty boxed fact={t('fields.none')} />
      ) : (
        <FieldTable fields={owned} onChange={mayChange ? setAsked : undefined} />
      )}
      {asked !== undefined && (
        <FieldDialog field={asked === 'new' ? undefined : asked} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}

function FieldTable({
  fields,
  onChange,
}: {
  readonly fields: readonly FieldDefinition[];
  readonly onChange: ((field: FieldDefinition) => void) | undefined;
}): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const asks = useAsked();
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">{t('fields.field')}</th>
          <th scope="col">{t('fields.asks')}</th>
          <th scope="col">{t('fields.changed')}</th>
          <th scope="col">
            <span className="hidden-text">{t('fields.change')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.key}>
            <td>
              <b className={styles['title']}>
                <bdi>{field.title}</bdi>
              </b>
            </td>
            <td>{asks(field)}</td>
            <td>
              {field.at !== undefined && day(new Date(field.at))}
              {field.who !== undefined && (
                <>
                  {' · '}
                  <bdi>{field.who}</bdi>
                </>
              )}
            </td>
            <td data-number="true">
              {onChange !== undefined && (
                <LinkButton onClick={() => onChange(field)}>
                  {t('fields.change')}
                  <span className="hidden-text"> {field.title}</span>
                </LinkButton>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What a field asks, in words. */
function useAsked(): (field: FieldDefinition) => string {
  const t = useWords();
  const { list } = useFormats();
  return ({ choices = [], least, most, pattern, template, type }) => {
    const bounds = { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
    const parts = [t(`fields.type.${type}`)];
    if (least !== undefined && most !== undefined && type === 'text') parts.push(t('fields.rule.length', bounds));
    else {
      if (least !== undefined) parts.push(t('fields.rule.least', bounds));
      if (most !== undefined) parts.push(t('fields.rule.most', bounds));
    }
    if (template !== undefined) parts.push(t(`fields.template.${template}`));
    if (pattern !== undefined) parts.push(pattern);
    if (choices.length > 0) parts.push(list(choices));
    return parts.join(' · ');
  };
}
