// What a person is called where there is no better name, and how names of fields and wishes are said.

import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import type { FieldDefinition, Person } from './people-queries.ts';

/** The name that stands for a person. */
export function useNameOf(): (person: Pick<Person, 'me' | 'name' | 'phones'>) => string {
  const t = useWords();
  return ({ me, name, phones }) => name ?? phones[0] ?? t(me ? 'people.us' : 'people.unknown');
}

const USUAL = ['name', 'tags', 'note'] as const;

/** What a field is called: the usual ones in the language of whoever reads, others as the owner wrote. */
export function useFieldTitle(
  definitions: readonly Pick<FieldDefinition, 'key' | 'title'>[],
): (key: string | undefined) => string {
  const t = useWords();
  return (key) => {
    const usual = USUAL.find((one) => one === key);
    if (usual !== undefined) return t(`person.field.${usual}`);
    return definitions.find((one) => one.key === key)?.title ?? key ?? '';
  };
}

const WISHES = ['all', 'marketing_messages'] as const;

/** What a wish is about. */
export function useWishName(): (category: string | undefined) => string {
  const t = useWords();
  return (category = '') => {
    const known = WISHES.find((one) => one === category);
    return known === undefined ? category.replaceAll('_', ' ') : t(`person.wish.${known}` satisfies Key);
  };
}
