// Toasts: what was done, at most three, six seconds each, ten with an undo; danger stays until it is closed.

import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import { XIcon } from '@phosphor-icons/react/X';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { IconButton, LinkButton } from './button.tsx';
import styles from './toasts.module.css';

export interface Toast {
  readonly kind: 'ok' | 'warn' | 'danger';
  readonly text: ReactNode;
  readonly undo?: () => void;
}

type Say = (toast: Toast) => void;

const Context = createContext<Say>(() => undefined);

const SHOWN = 3;
const STAYS_MS = 6_000;
const UNDO_MS = 10_000;

/** How to say what was done. */
export function useToast(): Say {
  return useContext(Context);
}

export function Toasts({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useWords();
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([]);
  const last = useRef(0);
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (toast) => {
      const id = ++last.current;
      setToasts((all) => [...all, { ...toast, id }].slice(-SHOWN));
      if (toast.kind !== 'danger') setTimeout(() => close(id), toast.undo === undefined ? STAYS_MS : UNDO_MS);
    },
    [close],
  );
  const value = useMemo(() => say, [say]);
  return (
    <Context value={value}>
      {children}
      <section className={styles['toasts']} aria-label={t('shell.notices')} aria-live="polite">
        {toasts.map(({ id, kind, text, undo }) => (
          <div key={id} className={styles['toast']}>
            {kind === 'ok' ? (
              <CheckCircleIcon size={20} weight="fill" className={styles['ok']} aria-hidden="true" />
            ) : (
              <WarningCircleIcon size={20} weight="fill" className={styles[kind]} aria-hidden="true" />
            )}
            <p>{text}</p>
            {undo !== undefined && (
              <LinkButton
                onClick={() => {
                  undo();
                  close(id);
                }}
              >
                {t('shell.undo')}
              </LinkButton>
            )}
            {kind === 'danger' && (
              <IconButton name={t('shell.close')} onClick={() => close(id)}>
                <XIcon size={16} aria-hidden="true" />
              </IconButton>
            )}
          </div>
        ))}
      </section>
    </Context>
  );
}
