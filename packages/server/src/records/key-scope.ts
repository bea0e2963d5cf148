// What one data key covers: whom, where and in which month. Records of one scope are sealed under one key.

export interface KeyScope {
  /** Person id; 0 for the conversation itself. */
  readonly subject: number;
  /** Chat id; 0 for the vault. */
  readonly conversation: number;
  /** Year × 12 + month − 1 of the record's own time; 0 for what has none. */
  readonly month: number;
}

/** A scope as a key of a map. */
export function scopeName({ conversation, month, subject }: KeyScope): string {
  return `${subject}/${conversation}/${month}`;
}

export function isSameScope(one: KeyScope, other: KeyScope): boolean {
  return one.subject === other.subject && one.month === other.month && one.conversation === other.conversation;
}
