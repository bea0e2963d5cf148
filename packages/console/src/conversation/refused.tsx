// Why something did not go out, by which rule, and that its text is kept; where a reason lets it go, the place to give one.

import { HandPalmIcon } from '@phosphor-icons/react/HandPalm';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ApiProblem } from '../api/client.ts';
import { Button, LinkButton } from '../look/button.tsx';
import { TextField } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import { useRefusal } from './refusal.ts';
import styles from './reply.module.css';

export function Refused({
  name,
  onOverride,
  problem,
}: {
  readonly problem: ApiProblem;
  readonly name: string;
  readonly onOverride: ((reason: string) => void) | undefined;
}): ReactNode {
  const t = useWords();
  const refusal = useRefusal();
  const [reason, setReason] = useState<string>();
  const { mayOverride, rule, why } = refusal(problem, name);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== undefined && reason.trim() !== '') onOverride?.(reason.trim());
  };
  return (
    <>
      <div className={styles['refused']} role="alert">
        <HandPalmIcon size={18} aria-hidden="true" />
        <span>
          <b>
            {t('conversation.not-sent')} {why}
          </b>{' '}
          {t('conversation.kept')}
          {rule !== undefined && (
            <>
              {' '}
              <code>
                {t('conversation.rule')} {rule}
              </code>
            </>
          )}
        </span>
        {mayOverride && onOverride !== undefined && reason === undefined && (
          <LinkButton onClick={() => setReason('')}>{t('conversation.lint-override')}</LinkButton>
        )}
      </div>
      {reason !== undefined && (
        <form className={styles['override']} onSubmit={send}>
          <TextField
            label={t('conversation.lint-reason')}
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button type="submit">{t('conversation.both-send')}</Button>
        </form>
      )}
    </>
  );
}
