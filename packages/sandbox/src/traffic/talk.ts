// The shape of what seeded customers say: topics, each a few turns long, each turn with several ways to say it. A turn may be a picture,
// a voice note or a place. What stands in braces is filled from the tables of the language.

/** A way to say a turn; `@image`, `@voice`, `@place`, `@document` and `@reaction` stand for what is no text. */
export type Turn = readonly string[];

export interface Talk {
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly joinNames: (first: string, last: string) => string;
  readonly slots: Readonly<Record<string, readonly string[]>>;
  /** How a person begins, put before a topic's first turn now and then as a message of its own. */
  readonly greetings: Turn;
  readonly topics: readonly (readonly Turn[])[];
  readonly places: readonly TalkPlace[];
  readonly captions: Turn;
  /** Hours from UTC where they live. */
  readonly hoursFromUtc: number;
}

export interface TalkPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string;
  readonly address: string;
}
