// Somebody leaves: what ends, and who gets their conversations.

import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, SelectField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { useToast } from '../look/toasts.tsx';
import { useWords } from '../words/words.tsx';
import { apiKeysQuery, type Member, staffQuery } from './settings-queries.ts';
import { useAct } from './use-act.ts';

/** Roles that work at conversations. */
const WORKING = ['owner', 'compliance', 'agent'];

export function LeaveDialog({
  member,
  onClose,
  staff,
}: {
  readonly member: Member;
  readonly staff: readonly Member[];
  readonly onClose: () => void;
}): ReactNode {
  const t = useWords();
  const say = useToast();
  const { error, isBusy, run } = useAct(staffQuery.queryKey, apiKeysQuery.queryKey);
  const [to, setTo] = useState('');
  const { name } = member;
  const others = staff.filter(({ id, left, role }) => id !== member.id && !left && WORKING.includes(role));
  const end = async (): Promise<void> => {
    const params = { path: { key: member.id } };
    const body = to === '' ? {} : { to };
    const done = await run(() => ask(api.POST('/api/v1/staff/{key}/leave', { params, body })));
    if (done === undefined) return;
    say({ kind: 'ok', text: t('settings.leave-done', { count: done.handedOver }) });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('settings.leave-title', { name })}>
      <p>{t('settings.leave-about', { name })}</p>
      <SelectField label={t('settings.leave-to')} value={to} onChange={({ target }) => setTo(target.value)}>
        <option value="">{t('settings.leave-nobody')}</option>
        {others.map(({ id, name: called }) => (
          <option key={id} value={id}>
            {called}
          </option>
        ))}
      </SelectField>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <DialogActs>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
        <Button kind="filledDanger" busy={isBusy} onClick={() => void end()}>
          {t('settings.leave-do', { name })}
        </Button>
      </DialogActs>
    </Dialog>
  );
}
