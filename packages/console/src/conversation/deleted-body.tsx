// What its sender deleted: dashed, unfilled, said to be kept. Whoever may opens it with a reason, which goes on record; an agent is
// told the rule.

import type { Message } from '@acta/server/client';
import { ProhibitIcon } from '@phosphor-icons/react/Prohibit';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { NotConfirmed, useConfirmed } from '../app/confirm.tsx';
import { Button, LinkButton } from '../look/button.tsx';
import { ErrorLine, TextArea } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import styles from './bubble.module.css';
import { momentOf } from './moment.ts';
import { TextBody } from './text-body.tsx';

export function DeletedBody({ message, name }: { readonly message: Message; readonly name: string }): ReactNode {
  const t = useWords();
  const { time } = useFormats();
  const mayOpen = useMay('read:deleted');
  const [isOpen, setOpen] = useState(false);
  const [opened, setOpened] = useState<Message>();
  const isKept = message.versions.length > 0;
  const deletedAt = momentOf({ at: message.at, zone: message.zone });
  return (
    <div className={styles['deleted']}>
      <ProhibitIcon size={18} aria-hidden="true" />
      <div>
        <p>
          {isKept ? t('conversation.deleted', { name, time: time(deletedAt) }) : t('conversation.deleted-before')}
          {isKept && mayOpen && opened === undefined && (
            <>
              {' '}
              <LinkButton onClick={() => setOpen(true)}>{t('conversation.deleted-open')}</LinkButton>
            </>
          )}
        </p>
        {isKept && !mayOpen && <p className={styles['aside']}>{t('conversation.deleted-rule')}</p>}
        {opened !== undefined && <Opened message={opened} />}
      </div>
      {isOpen && <OpenDialog id={message.id} onOpened={setOpened} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Opened({ message }: { readonly message: Message }): ReactNode {
  const t = useWords();
  const said = message.versions.filter(({ kind, text }) => kind !== 'deleted' && text !== '');
  return (
    <section className={styles['opened']} aria-label={t('conversation.deleted-said')}>
      {said.map(({ id, text }) => (
        <TextBody key={id} text={text} />
      ))}
    </section>
  );
}

const SHORTEST = 3;

function OpenDialog({
  id,
  onClose,
  onOpened,
}: {
  readonly id: number;
  readonly onClose: () => void;
  readonly onOpened: (message: Message) => void;
}): ReactNode {
  const t = useWords();
  const confirmed = useConfirmed();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim().length < SHORTEST) {
      setError(t('conversation.deleted-short'));
      return;
    }
    setBusy(true);
    try {
      const asked = { params: { path: { id } }, body: { reason: reason.trim() } };
      onOpened(await confirmed(() => ask(api.POST('/api/v1/messages/{id}/open', asked))));
      onClose();
    } catch (caught) {
      if (!(caught instanceof NotConfirmed)) setError(t('conversation.deleted-failed'));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} title={t('conversation.deleted-title')}>
      <form className={styles['form']} onSubmit={(event) => void open(event)}>
        <TextArea
          label={t('conversation.deleted-reason')}
          hint={t('conversation.deleted-about')}
          data-autofocus
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <DialogActs>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('conversation.deleted-do')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
