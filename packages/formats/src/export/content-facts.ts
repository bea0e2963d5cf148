/** What is found out about the content of an entry, and what has to be known for it. */
import type { EntryPlace, TimedEntry } from './entry.ts';

export interface ContentContext {
  readonly platform: 'android' | 'ios' | 'old';
  readonly mediaNames: ReadonlySet<string> | undefined;
  readonly title: string | undefined;
}

/** What an entry says, apart from when and by whom. */
export type Content = Omit<TimedEntry, keyof EntryPlace | 'at' | 'atSeconds' | 'author' | 'authorPhone'>;
