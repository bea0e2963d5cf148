// Where the organisation's provider sends people back to: what it answered is shown to the server, and what is still missing is asked
// for here. Whoever opens this page without an answer goes to where one signs in.

import { Navigate, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { hasReturned, takeReturned } from '../api/returned.ts';
import { showAnswer } from '../api/sign-in.ts';
import { Button } from '../look/button.tsx';
import { ErrorLine } from '../look/field.tsx';
import { useWords } from '../words/words.tsx';
import styles from './outside.module.css';
import { OutsidePage } from './outside-page.tsx';
import { SecondStep } from './second-step.tsx';
import { useWayIn } from './way-in.ts';

export function BackPage(): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const [wasSent] = useState(hasReturned);
  const after = useRef<string>(undefined);
  const way = useWayIn(() => after.current);
  const { attempt } = way;
  useEffect(() => {
    const answer = takeReturned();
    if (answer === undefined) return;
    void attempt(async () => {
      const came = await showAnswer(answer);
      after.current = came.after;
      return came.next === 'code' || came.next === 'passkey' ? came.next : undefined;
    });
  });
  if (!wasSent) return <Navigate to="/sign-in" search={{}} />;
  return (
    <OutsidePage>
      {way.step === 'begin' ? (
        <>
          <h1>{t('sign-in.title')}</h1>
          {way.error === undefined ? (
            <p className={styles['about']} role="status">
              {t('sign-on.returning')}
            </p>
          ) : (
            <>
              <ErrorLine>{way.error}</ErrorLine>
              <Button wide onClick={() => void navigate({ to: '/sign-in' })}>
                {t('sign-on.begin-again')}
              </Button>
            </>
          )}
        </>
      ) : (
        <SecondStep way={way} />
      )}
    </OutsidePage>
  );
}
