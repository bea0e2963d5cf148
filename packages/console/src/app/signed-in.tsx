// The pages of somebody who is signed in.

import type { ReactNode } from 'react';
import { AsChosen } from './as-chosen.tsx';
import { Confirming } from './confirm.tsx';
import { Shell } from './shell.tsx';

export function SignedIn(): ReactNode {
  return (
    <Confirming>
      <AsChosen />
      <Shell />
    </Confirming>
  );
}
