// What a person can do with a phone. The shapes are those of the control API and of tests; a message is named by its wamid.

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** Members that several acts share. */
interface InChat {
  /** The business's number; its first if not given. */
  readonly number?: string;
}

export type PhoneAct =
  | (InChat & { readonly act: 'text'; readonly body: string; readonly replyTo?: string; readonly forwarded?: boolean })
  | (InChat & {
      readonly act: 'media';
      readonly kind: MediaKind;
      readonly bytes: Buffer;
      readonly mime: string;
      readonly filename?: string;
      readonly caption?: string;
      /** For audio: recorded on the spot. */
      readonly voice?: boolean;
      readonly replyTo?: string;
    })
  | (InChat & {
      readonly act: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    })
  | (InChat & { readonly act: 'contact'; readonly name: string; readonly phone: string })
  /** An empty emoji takes the reaction back. */
  | (InChat & { readonly act: 'reaction'; readonly target: string; readonly emoji: string })
  /** Taps a reply button, a row of a list or a quick reply, by its place among all that can be tapped. */
  | (InChat & { readonly act: 'tap'; readonly target: string; readonly index: number })
  | (InChat & { readonly act: 'edit'; readonly target: string; readonly body: string })
  | (InChat & { readonly act: 'delete'; readonly target: string })
  /** Comes from an advertisement and writes. */
  | (InChat & { readonly act: 'advertisement'; readonly body: string; readonly headline?: string })
  | (InChat & { readonly act: 'order'; readonly items: readonly OrderedItem[]; readonly text?: string })
  /** Something the platform cannot carry, such as a poll. */
  | (InChat & { readonly act: 'unsupported'; readonly kind: string })
  | (InChat & { readonly act: 'block' | 'unblock' })
  | (InChat & { readonly act: 'read' })
  | (InChat & { readonly act: 'play'; readonly target: string })
  | (InChat & { readonly act: 'stop-marketing' | 'resume-marketing' })
  | { readonly act: 'change-number'; readonly phone: string }
  /** `hideAtOnce`: without the thirty days in which the business still sees the phone. */
  | { readonly act: 'username'; readonly username: string; readonly hideAtOnce?: boolean }
  | { readonly act: 'rename'; readonly name: string }
  | { readonly act: 'online' | 'offline' };

export interface OrderedItem {
  readonly id: string;
  readonly quantity: number;
  readonly price: number;
  readonly currency: string;
}
