// The pages of somebody who is signed in.

import type { ReactNode } from 'react';
import { useLive } from '../api/live.ts';
import { useMay } from '../api/session.ts';
import { useWaiting } from '../inbox/waiting.ts';
import { AsChosen } from './as-chosen.tsx';
import { Confirming } from './confirm.tsx';
import { forgetRead } from './offline.ts';
import { Shell } from './shell.tsx';

export function SignedIn(): ReactNode {
  useLive(({ type }) => {
    if (type === 'erased') forgetRead();
  });
  const waiting = useWaiting(useMay('read:conversations'));
  return (
    <Confirming>
      <AsChosen />
      <Shell waiting={waiting} />
    </Confirming>
  );
}
