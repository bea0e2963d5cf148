// Everybody who works here: who they are, what they may, who was invited.

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, ask } from '../api/client.ts';
import { useMay } from '../api/session.ts';
import { Avatar } from '../look/avatar.tsx';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { Table, Tag } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { MemberDialog } from './member-dialog.tsx';
import styles from './settings.module.css';
import { invitationsQuery, type Member, staffQuery } from './settings-queries.ts';
import { SignOnBlock } from './sign-on-block.tsx';
import { useAct } from './use-act.ts';

type Open = { readonly kind: 'invite' } | { readonly kind: 'change' | 'leave'; readonly member: Member };

export function TeamSection(): ReactNode {
  const t = useWords();
  const mayManage = useMay('staff');
  const { data: staff = [] } = useQuery(staffQuery);
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      {mayManage && (
        <div className={styles['line']}>
          <Button kind="primary" onClick={() => setOpen({ kind: 'invite' })}>
            {t('settings.invite')}
          </Button>
        </div>
      )}
      <Table>
        <thead>
          <tr>
            <th>{t('settings.name')}</th>
            <th>{t('settings.role')}</th>
            <th>{t('settings.team-name')}</th>
            <th>{t('settings.factors')}</th>
            {mayManage && (
              <th>
                <span className="hidden-text">{t('settings.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {staff.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              mayManage={mayManage}
              onOpen={(kind) => setOpen({ kind, member })}
            />
          ))}
        </tbody>
      </Table>
      <Invited mayManage={mayManage} />
      <SignOnBlock />
      {open?.kind === 'invite' && <InviteDialog onClose={close} />}
      {open?.kind === 'change' && <MemberDialog member={open.member} onClose={close} />}
      {open?.kind === 'leave' && <LeaveDialog member={open.member} staff={staff} onClose={close} />}
    </>
  );
}

function MemberRow({
  mayManage,
  member,
  onOpen,
}: {
  readonly member: Member;
  readonly mayManage: boolean;
  readonly onOpen: (kind: 'change' | 'leave') => void;
}): ReactNode {
  const t = useWords();
  const { email, hasCode, hasTextGrant, id, left, link, name, passkeys, role, team } = member;
  const factors = [
    ...(hasCode ? [t('settings.factor-app')] : []),
    ...(passkeys > 0 ? [t('settings.factor-passkeys', { count: passkeys })] : []),
  ];
  return (
    <tr>
      <td>
        <span className={styles['person']}>
          <Avatar name={name} seed={id.length + name.length} size={32} />
          <span className={styles['names']}>
            <b dir="auto">{name}</b>
            <bdi className={styles['quiet']}>{email}</bdi> {link !== undefined && <Tag>{t('sign-on.linked')}</Tag>}
          </span>
        </span>
      </td>
      <td>
        {left ? (
          <Tag>{t('settings.left')}</Tag>
        ) : (
          <span className={styles['tags']}>
            {t(`settings.role.${role}`)}
            {role === 'auditor' && hasTextGrant && <Tag kind="warn">{t('settings.text-granted')}</Tag>}
          </span>
        )}
      </td>
      <td>
        <bdi>{team}</bdi>
      </td>
      <td>{left ? '' : factors.length === 0 ? t('settings.factor-none') : factors.join(' · ')}</td>
      {mayManage && (
        <td>
          {!left && (
            <span className={styles['tags']}>
              <Button size="small" onClick={() => onOpen('change')} aria-label={t('settings.change-member', { name })}>
                {t('settings.change')}
              </Button>
              <Button
                size="small"
                kind="danger"
                onClick={() => onOpen('leave')}
                aria-label={t('settings.leave-title', { name })}
              >
                {t('settings.leave')}
              </Button>
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

function Invited({ mayManage }: { readonly mayManage: boolean }): ReactNode {
  const t = useWords();
  const { day } = useFormats();
  const { data: invitations = [] } = useQuery(invitationsQuery);
  const { error, isBusy, run } = useAct(invitationsQuery.queryKey);
  const takeBack = (key: string): void => {
    void run(
      () => ask(api.DELETE('/api/v1/invitations/{key}', { params: { path: { key } } })),
      t('settings.taken-back'),
    );
  };
  if (invitations.length === 0) return null;
  return (
    <section className={styles['block']}>
      <h3>{t('settings.invited')}</h3>
      <ul className={styles['rows']}>
        {invitations.map(({ email, expiresAt, id, name, role }) => (
          <li key={id} className={styles['row']}>
            <div className={styles['names']}>
              <b dir="auto">{name}</b>
              <span className={styles['quiet']}>
                <bdi>{email}</bdi> · {t(`settings.role.${role}`)} ·{' '}
                {t('settings.invited-until', { date: day(new Date(expiresAt)) })}
              </span>
            </div>
            {mayManage && (
              <Button
                kind="quiet"
                busy={isBusy}
                onClick={() => takeBack(id)}
                aria-label={t('settings.uninvite', { name })}
              >
                {t('settings.take-back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
    </section>
  );
}
