// What the works of one run share: the corpus, the vault made of it, and how they are told what to do. What takes long to make is
// made once, when it is first asked for.

import { mkdirSync } from 'node:fs';
import { BenchVault } from './bench-vault.ts';
import { type Corpus, corpusOf } from './corpus.ts';
import type { MeasuredRun } from './measured-process.ts';
import { type Parsing, parseWithPeer } from './parsing.ts';
import type { Row } from './row.ts';

/** One work of the bench. */
export type Work = (run: BenchRun) => Promise<readonly Row[]>;

const MESSAGES_FOR_FIGURES = 10_000;

export class BenchRun {
  readonly root: string;
  readonly messages: number;
  /** How long a server is loaded. */
  readonly seconds: number;
  private readonly say: (what: string) => void;
  private corpusMade: Corpus | undefined;

  /** Keeps what it makes below `root`; `say` hears what is being done. */
  constructor(options: {
    readonly root: string;
    readonly messages: number;
    readonly seconds: number;
    readonly say: (what: string) => void;
  }) {
    this.root = options.root;
    this.messages = options.messages;
    this.seconds = options.seconds;
    this.say = options.say;
    mkdirSync(options.root, { recursive: true });
  }

  /** How often a short work is repeated for its median; once where the figures mean nothing anyway. */
  get rounds(): number {
    return this.messages < MESSAGES_FOR_FIGURES ? 1 : 3;
  }

  /** The same run on another corpus. */
  sized(messages: number): BenchRun {
    return new BenchRun({ root: this.root, messages, seconds: this.seconds, say: this.say });
  }

  /** Tells whoever watches. */
  step(what: string): void {
    this.say(what);
  }

  get corpus(): Corpus {
    if (this.corpusMade === undefined) {
      this.step(`corpus of ${this.messages} messages`);
      this.corpusMade = corpusOf(this.root, this.messages);
    }
    return this.corpusMade;
  }

  /** What whatsapp-chat-parser needs only to parse the corpus, now. */
  peerParsing(): Promise<Parsing> {
    const { corpus } = this;
    this.step('whatsapp-chat-parser');
    return parseWithPeer(corpus);
  }

  /** Imports the corpus into a vault made for it. */
  async import(): Promise<{ readonly vault: BenchVault; readonly imported: MeasuredRun }> {
    const vault = this.place();
    const { corpus } = this;
    this.step('acta import');
    return { vault, imported: await vault.importAnew(corpus) };
  }

  /** The vault of this size; an earlier run's where there is one. */
  async vault(): Promise<BenchVault> {
    const vault = this.place();
    return vault.exists ? vault : (await this.import()).vault;
  }

  /** A copy for what changes a vault. */
  async copy(): Promise<BenchVault> {
    const vault = await this.vault();
    this.step('copying the vault');
    return vault.copyAs(this.root, `copy-${this.messages}`);
  }

  private place(): BenchVault {
    return new BenchVault(this.root, `vault-${this.messages}`);
  }
}
