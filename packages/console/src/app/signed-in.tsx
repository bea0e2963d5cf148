// The pages of somebody who is signed in.

import type { ReactNode } from 'react';
import { Confirming } from './confirm.tsx';
import { Shell } from './shell.tsx';

export function SignedIn(): ReactNode {
  return (
    <Confirming>
      <Shell />
    </Confirming>
  );
}
