// Labels of conversations: a name and one of six colours each.

import { PencilSimpleIcon } from '@phosphor-icons/react/PencilSimple';
import { TrashIcon } from '@phosphor-icons/react/Trash';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { labelsQuery } from '../inbox/inbox-queries.ts';
import { LabelSquare } from '../inbox/label-square.tsx';
import { refusal } from '../inbox/work-acts.ts';
import { Button, IconButton } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';
import { type LabelDraft, useLabelActs } from './word-queries.ts';
import own from './words-section.module.css';

const COLOURS = [1, 2, 3, 4, 5, 6];
const LONGEST_NAME = 40;

export function LabelsSection(): ReactNode {
  const t = useWords();
  const say = useToast();
  const { data: labels } = useQuery(labelsQuery);
  const { remove } = useLabelActs();
  const [draft, setDraft] = useState<LabelDraft>();
  const takeOut = (id: number, name: string): void =>
    remove.mutate(id, {
      onSuccess: () => say({ kind: 'ok', text: t('labels.removed', { name }) }),
      onError: (error) => say({ kind: 'danger', text: t(refusal(error)) }),
    });
  return (
    <section className={styles['block']}>
      <h2>{t('labels.title')}</h2>
      <p className={styles['about']}>{t('labels.about')}</p>
      {labels?.length === 0 && <p className={styles['quiet']}>{t('labels.none')}</p>}
      <ul className={own['list']}>
        {labels?.map(({ colour, id, name }) => (
          <li key={id} className={own['item']}>
            <LabelSquare label={{ name, colour }} />
            <IconButton name={t('labels.change', { name })} onClick={() => setDraft({ id, name, colour })}>
              <PencilSimpleIcon size={18} aria-hidden="true" />
            </IconButton>
            <IconButton name={t('labels.remove', { name })} onClick={() => takeOut(id, name)}>
              <TrashIcon size={18} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button onClick={() => setDraft({ name: '', colour: ((labels?.length ?? 0) % COLOURS.length) + 1 })}>
        {t('labels.add')}
      </Button>
      {draft !== undefined && <LabelDialog first={draft} onClose={() => setDraft(undefined)} />}
    </section>
  );
}

function LabelDialog({ first, onClose }: { readonly first: LabelDraft; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const [draft, setDraft] = useState(first);
  const { save } = useLabelActs();
  const isNamed = draft.name.trim() !== '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isNamed) save.mutate({ ...draft, name: draft.name.trim() }, { onSuccess: onClose });
  };
  const title = first.id === undefined ? t('labels.add') : t('labels.change', { name: first.name });
  return (
    <Dialog open onClose={onClose} title={title} width={420}>
      <form onSubmit={send} className={own['form']}>
        <TextField
          label={t('labels.name')}
          data-autofocus
          maxLength={LONGEST_NAME}
          value={draft.name}
          onChange={({ target }) => setDraft({ ...draft, name: target.value })}
        />
        <fieldset className={own['colours']}>
          <legend>{t('labels.colour')}</legend>
          {COLOURS.map((colour) => (
            <label key={colour} className={own['colour']}>
              <input
                type="radio"
                name="colour"
                className="hidden-text"
                checked={draft.colour === colour}
                onChange={() => setDraft({ ...draft, colour })}
              />
              <span data-colour={colour} aria-hidden="true" />
              <span className="hidden-text">{t('labels.colour-number', { number: colour })}</span>
            </label>
          ))}
        </fieldset>
        {save.error !== null && <ErrorLine>{t(refusal(save.error))}</ErrorLine>}
        <DialogActs>
          <Button kind="primary" type="submit" busy={save.isPending} disabled={!isNamed}>
            {t('labels.save')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
