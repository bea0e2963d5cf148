/** What is found out about the content of an entry, and what has to be known for it. */
import type { CallFact, ContentType, EntryMedia, LocationFact, PollFact, SystemTopic } from './entry.ts';

export interface ContentContext {
  readonly platform: 'android' | 'ios' | 'old';
  readonly mediaNames: ReadonlySet<string> | undefined;
  readonly title: string | undefined;
}

export interface Content {
  readonly kind: 'message' | 'system' | 'call' | 'deleted';
  readonly type: ContentType;
  readonly text: string;
  readonly edited?: true;
  readonly media?: EntryMedia;
  readonly system?: SystemTopic;
  readonly call?: CallFact;
  readonly poll?: PollFact;
  readonly location?: LocationFact;
}
