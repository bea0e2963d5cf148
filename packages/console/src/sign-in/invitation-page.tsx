// Somebody invited takes a name and a password here, and goes on to their second factor.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { acceptInvitation, type LookedInvitation, lookAtInvitation, signInWithPassword } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine, TextField } from '../look/field.tsx';
import { Empty } from '../look/parts.tsx';
import { useFormats } from '../words/formats.ts';
import { useWords } from '../words/words.tsx';
import { isTooShort, NewPassword } from './new-password.tsx';
import styles from './outside.module.css';
import { OutsidePage } from './outside-page.tsx';
import { ProviderButton } from './provider-button.tsx';
import { signInError } from './sign-in-error.ts';
import { useWayIn } from './way-in.ts';

const route = getRouteApi('/invitation/$token');

export function InvitationPage(): ReactNode {
  const t = useWords();
  const { token } = route.useParams();
  const { data, isError } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <OutsidePage>
      {isError && <Empty fact={t('sign-in.invitation-gone')}>{t('sign-in.invitation-ask')}</Empty>}
      {data !== undefined && <Invited token={token} invitation={data} />}
    </OutsidePage>
  );
}

/** A password of their own, or the organisation's provider, whose word for the address is enough. */
function Invited(taken: { readonly token: string; readonly invitation: LookedInvitation }): ReactNode {
  const t = useWords();
  const { invitation } = taken;
  const { data: session } = useQuery(sessionQuery);
  const way = useWayIn(() => undefined);
  const label = session?.signOn?.label;
  const isAlone = session?.passwords === 'owners' && invitation.role !== 'owner';
  return (
    <>
      <h1>{t('sign-in.invitation-title')}</h1>
      <p className={styles['about']}>{t('sign-in.invitation-about', { email: invitation.email })}</p>
      {!isAlone && <InvitationForm {...taken} />}
      {label !== undefined && (
        <>
          <p className={styles['about']}>{t(isAlone ? 'sign-on.invited-alone' : 'sign-on.invited')}</p>
          <ProviderButton label={label} attempt={way.attempt} isBusy={way.isBusy} isFirst={isAlone} />
          {way.error !== undefined && <ErrorLine>{way.error}</ErrorLine>}
        </>
      )}
    </>
  );
}

function InvitationForm({
  invitation,
  token,
}: {
  readonly token: string;
  readonly invitation: LookedInvitation;
}): ReactNode {
  const t = useWords();
  const formats = useFormats();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(invitation.name);
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isTooShort(password)) return;
    setBusy(true);
    setError(undefined);
    try {
      await acceptInvitation({ token, name, password });
      await signInWithPassword(invitation.email, password);
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ to: '/set-up' });
    } catch (caught) {
      setError(signInError(caught, t, formats));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void send(event)}>
      <TextField
        label={t('set-up.name')}
        required
        autoComplete="name"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <NewPassword value={password} isTried={isTried} onChange={setPassword} />
      {error !== undefined && <ErrorLine>{error}</ErrorLine>}
      <Button kind="primary" type="submit" busy={isBusy}>
        {t('set-up.make-account')}
      </Button>
    </form>
  );
}
