// A field of people while the owner defines it. Values that would not keep the rule are listed before it is saved.

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useBreak } from '../people/field-break.ts';
import type { FailingValues, FieldDefinition } from '../people/people-queries.ts';
import { useAct } from '../people/use-act.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import { draftOf, type RuleDraft, ruleOf } from './field-draft.ts';
import { FieldRuleInputs } from './field-rule-inputs.tsx';
import styles from './fields-section.module.css';

const WRONG = ['bounds', 'pattern', 'choices', 'example'] as const;

export function FieldDialog({
  field,
  onClose,
}: {
  readonly field: FieldDefinition | undefined;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const toast = useToast();
  const queries = useQueryClient();
  const [title, setTitle] = useState(field?.title ?? '');
  const [draft, setDraft] = useState<RuleDraft>(draftOf(field));
  const [failing, setFailing] = useState<FailingValues>();
  const { act, error, isBusy } = useAct(({ kind, members }) => {
    const known = WRONG.find((one) => one === members['fault']);
    return kind === 'rule-invalid' && known !== undefined ? t(`fields.wrong.${known}` satisfies Key) : undefined;
  });
  const ended = (text: string): void => {
    void queries.invalidateQueries({ queryKey: ['fields'] });
    void queries.invalidateQueries({ queryKey: ['person'] });
    toast({ kind: 'ok', text });
    onClose();
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    act(async () => {
      const rule = ruleOf(draft);
      const body = { title: title.trim(), ...rule };
      if (field === undefined) await ask(api.POST('/api/v1/fields', { body }));
      else {
        const params = { path: { key: field.key } };
        if (failing === undefined) {
          const broken = await ask(api.POST('/api/v1/fields/{key}/try', { params, body: rule }));
          if (broken.count > 0) {
            setFailing(broken);
            return;
          }
        }
        await ask(api.PUT('/api/v1/fields/{key}', { params, body }));
      }
      ended(t('fields.saved'));
    });
  };
  const remove = (): void =>
    act(async () => {
      await ask(api.DELETE('/api/v1/fields/{key}', { params: { path: { key: field?.key ?? '' } } }));
      ended(t('fields.removed'));
    });
  const change = (next: RuleDraft): void => {
    setDraft(next);
    setFailing(undefined);
  };
  return (
    <Dialog open onClose={onClose} title={field === undefined ? t('fields.new') : (field.title ?? '')}>
      <form onSubmit={save} className={styles['form']}>
        <TextField
          label={t('fields.name')}
          value={title}
          maxLength={60}
          data-autofocus
          onChange={({ target }) => setTitle(target.value)}
        />
        <FieldRuleInputs draft={draft} onDraft={change} />
        {failing !== undefined && <Failing failing={failing} example={draft.example} />}
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <DialogActs>
          {field !== undefined && (
            <Button kind="quiet" busy={isBusy} onClick={remove}>
              {t('fields.remove')}
            </Button>
          )}
          <Button kind="primary" type="submit" busy={isBusy} disabled={title.trim() === ''}>
            {t(failing === undefined ? 'fields.save' : 'fields.save-anyway')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

function Failing({
  example,
  failing: { count, items },
}: {
  readonly failing: FailingValues;
  readonly example: string;
}): ReactNode {
  const t = useWords();
  const breaks = useBreak();
  return (
    <section className={styles['failing']} role="status">
      <strong>{t('fields.failing', { count })}</strong>
      <p>{t('fields.failing-about')}</p>
      <ul>
        {items.map(({ broken, name, person, value }) => (
          <li key={`${person}/${value}`}>
            <bdi>{name ?? t('people.unknown')}</bdi>
            <span dir="auto">{value}</span>
            <small>{breaks(broken, example === '' ? undefined : example)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
