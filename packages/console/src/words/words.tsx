// The sentences of the chosen language, for components: `useWords()` gives text, `<Say>` sentences with elements in their places.

import { createContext, Fragment, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import {
  type Catalogue,
  catalogueOf,
  type Key,
  keepLanguage,
  type Language,
  LOCALES,
  languageHere,
} from './language.ts';
import { formOf, partsOf, type Value, type Values } from './sentence.ts';

interface Spoken {
  readonly language: Language;
  readonly locale: string;
  readonly words: Catalogue;
  readonly numbers: Intl.NumberFormat;
  readonly say: Say;
  readonly speak: (language: Language) => void;
}

const Context = createContext<Spoken | undefined>(undefined);

/** Gives the sentences to everything inside, once they are there. */
export function Words({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(languageHere);
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly words: Catalogue }>();
  useEffect(() => {
    let isWanted = true;
    void catalogueOf(language).then((words) => {
      if (isWanted) setLoaded({ language, words });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  useEffect(() => {
    if (loaded !== undefined) document.documentElement.lang = loaded.language;
  }, [loaded]);
  const spoken = useMemo<Spoken | undefined>(
    () =>
      loaded && {
        ...spokenIn(loaded.language, loaded.words),
        speak: (next) => {
          keepLanguage(next);
          setLanguage(next);
        },
      },
    [loaded],
  );
  if (spoken === undefined) return null;
  return <Context value={spoken}>{children}</Context>;
}

/** Made once for every component that speaks: a browser takes its time to make a format of numbers. */
function spokenIn(language: Language, words: Catalogue): Omit<Spoken, 'speak'> {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const say: Say = (key, values = {}) =>
    partsOf(formOf(words[key], language, values['count']))
      .map((part, index) => (index % 2 === 0 ? part : written(values[part], numbers)))
      .join('');
  return { language, locale, words, numbers, say };
}

/** The language, and how to change it. */
export function useLanguage(): Spoken {
  const spoken = useContext(Context);
  if (spoken === undefined) throw new Error('Words are missing around this component');
  return spoken;
}

export type Say = (key: Key, values?: Values) => string;

/** Sentences as text. Numbers are written as the language writes them. */
export function useWords(): Say {
  return useLanguage().say;
}

function written(value: Value | undefined, numbers: Intl.NumberFormat): string {
  return typeof value === 'number' ? numbers.format(value) : (value ?? '');
}

/** A sentence with elements in its places. */
export function Say({
  id,
  count,
  values,
}: {
  readonly id: Key;
  readonly count?: number;
  readonly values: Readonly<Record<string, ReactNode>>;
}): ReactNode {
  const { language, numbers, words } = useLanguage();
  const all: Readonly<Record<string, ReactNode>> =
    count === undefined ? values : { count: numbers.format(count), ...values };
  return partsOf(formOf(words[id], language, count)).map((part, index) => (
    // The parts of a sentence stand in the order of the sentence.
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
    <Fragment key={index}>{index % 2 === 0 ? part : all[part]}</Fragment>
  ));
}
