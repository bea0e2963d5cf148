// What stands behind the last tab of a phone.

import type { more as english } from '../en/more.ts';
import type { Translated } from '../translated.ts';

export const more = {
  'more.quality': 'Calidad de los datos',
  'more.sign-out': 'Cerrar sesión',
  'more.sign-out-failed': 'No se cerró la sesión. El servidor no respondió.',
} as const satisfies Translated<typeof english>;
