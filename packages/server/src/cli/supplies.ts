// What comes with Acta beside its program.

export interface Supplies {
  /** The folder of sample chats. */
  readonly samples: string;
  /** The sandbox's program. */
  readonly sandbox: string;
  /** Where the console is built. */
  readonly console: string;
}
