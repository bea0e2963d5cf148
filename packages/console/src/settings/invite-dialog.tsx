// Invites somebody: a link that is shown once, and sent by whoever invites.

import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import type { Role } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useWords } from '../words/words.tsx';
import { RoleField } from './role-field.tsx';
import styles from './settings.module.css';
import { invitationsQuery } from './settings-queries.ts';
import { ShownOnce } from './shown-once.tsx';
import { useAct } from './use-act.ts';

export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { error, isBusy, run } = useAct(invitationsQuery.queryKey);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [team, setTeam] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [link, setLink] = useState<string>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const grouped = team.trim() === '' ? {} : { team: team.trim() };
    const body = { name: name.trim(), email: email.trim(), role, ...grouped };
    const made = await run(() => ask(api.POST('/api/v1/invitations', { body })));
    if (made !== undefined) setLink(`${location.origin}/invitation/${made.token}`);
  };
  if (link !== undefined)
    return (
      <Dialog open onClose={onClose} title={t('settings.invite-link', { name })}>
        <ShownOnce text={link} about={t('settings.invite-once')} onClose={onClose} />
      </Dialog>
    );
  return (
    <Dialog open onClose={onClose} title={t('settings.invite')}>
      <form className={styles['asking']} onSubmit={(event) => void send(event)}>
        <p>{t('settings.invite-about')}</p>
        <TextField
          label={t('settings.name')}
          required
          maxLength={100}
          data-autofocus
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('settings.email')}
          type="email"
          required
          maxLength={200}
          autoComplete="off"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
        />
        <RoleField chosen={role} onChoose={setRole} />
        <TextField
          label={t('settings.team-name')}
          hint={t('settings.team-hint')}
          maxLength={60}
          value={team}
          onChange={({ target }) => setTeam(target.value)}
        />
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <DialogActs>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('settings.invite-make')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
