// Changes somebody's role and team, and whether an auditor reads text.

import { type FormEvent, type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { ROLES, type Role, sessionQuery } from '../api/session.ts';
import { Button } from '../look/button.tsx';
import { Choice, ErrorLine, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { RoleField } from './role-field.tsx';
import styles from './settings.module.css';
import { type Member, staffQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

export function MemberDialog({
  member,
  onClose,
}: {
  readonly member: Member;
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const { link } = member;
  const { error, isBusy, run } = useAct(staffQuery.queryKey, sessionQuery.queryKey);
  const [role, setRole] = useState<Role>(ROLES.find((one) => one === member.role) ?? 'analyst');
  const [team, setTeam] = useState(member.team ?? '');
  const [textGrant, setTextGrant] = useState(member.hasTextGrant);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const body = { role, team: team.trim() === '' ? null : team.trim(), textGrant: role === 'auditor' && textGrant };
    const params = { path: { key: member.id } };
    const done = await run(() => ask(api.PATCH('/api/v1/staff/{key}', { params, body })), t('settings.saved'));
    if (done !== undefined) onClose();
  };
  const unlink = async (): Promise<void> => {
    const path = { key: member.id };
    const done = await run(
      () => ask(api.DELETE('/api/v1/staff/{key}/link', { params: { path } })).then(() => true),
      t('sign-on.unlinked'),
    );
    if (done === true) onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('settings.change-member', { name: member.name })}>
      <form className={styles['asking']} onSubmit={(event) => void send(event)}>
        <RoleField chosen={role} onChoose={setRole} />
        {role === 'auditor' && (
          <Choice
            label={t('settings.text-grant')}
            checked={textGrant}
            onChange={({ target }) => setTextGrant(target.checked)}
          />
        )}
        <TextField
          label={t('settings.team-name')}
          hint={t('settings.team-hint')}
          maxLength={60}
          value={team}
          onChange={({ target }) => setTeam(target.value)}
        />
        {link !== undefined && (
          <div className={styles['line']}>
            <p className={styles['about']}>
              {t('sign-on.linked-to', { email: link.email, date: day(new Date(link.linkedAt)) })}
            </p>
            <Button kind="danger" size="small" busy={isBusy} onClick={() => void unlink()}>
              {t('sign-on.unlink')}
            </Button>
          </div>
        )}
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <DialogActs>
          <Button kind="primary" type="submit" busy={isBusy}>
            {t('settings.save')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
