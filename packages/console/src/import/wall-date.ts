// Wall times of a file as a person reads them: the date in full, in the chosen language. They belong to no zone.

import { useMemo } from 'react';
import { useLanguage } from '../words/words.tsx';

/** Writes the date of a wall time, `YYYY-MM-DD…`. */
export function useWallDate(): (wall: string) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    return (wall) => {
      const at = new Date(`${wall.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(at.getTime()) ? wall : format.format(at);
    };
  }, [locale]);
}
