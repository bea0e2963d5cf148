// Which role somebody gets, with what it may.

import type { ReactNode } from 'react';
import { ROLES, type Role } from '../api/session.ts';
import { Choice } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './settings.module.css';

export function RoleField({
  chosen,
  onChoose,
}: {
  readonly chosen: Role;
  readonly onChoose: (role: Role) => void;
}): ReactNode {
  const t = useWords();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('settings.role')}</legend>
      {ROLES.map((role) => (
        <Choice
          key={role}
          type="radio"
          name="role"
          label={t(`settings.role.${role}`)}
          hint={t(`settings.about.${role}`)}
          checked={role === chosen}
          onChange={() => onChoose(role)}
        />
      ))}
    </fieldset>
  );
}
