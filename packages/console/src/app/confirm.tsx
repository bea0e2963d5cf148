// Acts that ask for a second factor shown within the last minutes: the act is tried, the factor asked for where the server wants
// it, and the act tried again. Whoever closes the dialog has done nothing.

import { FingerprintIcon } from '@phosphor-icons/react/Fingerprint';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createContext, type FormEvent, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { ApiProblem } from '../api/client.ts';
import { sessionQuery, useSession } from '../api/session.ts';
import { confirmWithCode, signInWithPasskey } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Dialog, DialogActs } from '../look/layers.tsx';
import { signInError } from '../sign-in/sign-in-error.ts';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';

/** Thrown to the act when its dialog was closed. */
export class NotConfirmed extends Error {}

type Confirmed = <T>(act: () => Promise<T>) => Promise<T>;

const Context = createContext<Confirmed>((act) => act());

/** Wraps acts that may ask for a fresh second factor. */
export function useConfirmed(): Confirmed {
  return useContext(Context);
}

interface Waiting {
  readonly shown: () => void;
  readonly closed: () => void;
}

export function Confirming({ children }: { readonly children: ReactNode }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<Waiting>(undefined);
  const confirmed = useCallback<Confirmed>(async (act) => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== 'confirm-needed') throw error;
      await new Promise<void>((shown, refuse) => {
        waiting.current = { shown, closed: () => refuse(new NotConfirmed()) };
        setOpen(true);
      });
      return act();
    }
  }, []);
  const end = (isShown: boolean): void => {
    setOpen(false);
    if (isShown) waiting.current?.shown();
    else waiting.current?.closed();
    waiting.current = undefined;
  };
  return (
    <Context value={confirmed}>
      {children}
      {isOpen && <ConfirmDialog onEnd={end} />}
    </Context>
  );
}

function ConfirmDialog({ onEnd }: { readonly onEnd: (isShown: boolean) => void }): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSession();
  const hasCode = user?.hasCode === true;
  const hasPasskey = (user?.passkeys ?? 0) > 0;
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const attempt = async (show: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await show();
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onEnd(true);
    } catch (caught) {
      setError(signInError(caught, t, formats));
    } finally {
      setBusy(false);
    }
  };
  const toSecurity = (): void => {
    onEnd(false);
    void navigate({ to: '/settings/{-$section}', params: { section: 'security' } });
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(() => confirmWithCode(code.replaceAll(' ', '')));
  };
  return (
    <Dialog open onClose={() => onEnd(false)} title={t('sign-in.confirm-title')} width={420}>
      <form onSubmit={send}>
        {hasCode ? (
          <TextField
            label={t('sign-in.code')}
            hint={t('sign-in.confirm-about')}
            code
            data-autofocus
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        ) : (
          // Whoever came by the organisation's provider may have no factor of Acta's own yet.
          <p>{t(hasPasskey ? 'sign-in.confirm-with-passkey' : 'sign-on.no-factor')}</p>
        )}
        {error !== undefined && <ErrorLine>{error}</ErrorLine>}
        <DialogActs>
          {!hasCode && !hasPasskey && (
            <Button kind="primary" onClick={toSecurity}>
              {t('sign-on.to-security')}
            </Button>
          )}
          {hasPasskey && (
            <Button
              kind={hasCode ? 'plain' : 'primary'}
              icon={<FingerprintIcon size={18} aria-hidden="true" />}
              busy={isBusy}
              onClick={() => void attempt(signInWithPasskey)}
            >
              {t('sign-in.confirm-passkey')}
            </Button>
          )}
          {hasCode && (
            <Button kind="primary" type="submit" busy={isBusy}>
              {t('sign-in.confirm')}
            </Button>
          )}
        </DialogActs>
      </form>
    </Dialog>
  );
}
