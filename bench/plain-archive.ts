// The peer of searching: the same messages as plain rows of an SQLite database in the clear, with FTS5 indexes over words and over
// runs of three characters. It hides nothing and forgets nothing; it is what an archive without Acta's promises would be.

import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Database } from '../packages/server/src/store/sqlite/database.ts';
import { corpusMessages } from './corpus.ts';

/** What to find: `pattern` for LIKE, `match` for FTS5 in its own language, the rest for both. */
export interface PlainQuery {
  readonly pattern: string;
  /** Undefined where FTS5 has no index that could answer. */
  readonly match?: { readonly words: string } | { readonly characters: string };
  readonly author?: string;
  /** Seconds, included and excluded. */
  readonly from?: number;
  readonly until?: number;
}

export interface PlainHit {
  readonly at: number;
  readonly chat: string;
  readonly author: string;
  readonly text: string;
}

/** Bytes of the file after each step of making it. */
interface PlainSizes {
  readonly rows: number;
  readonly words: number;
  readonly characters: number;
}

type Engine = new (file: string, options?: { readonly readonly: boolean }) => Database;

/** The very engine that the server uses, found as the server finds it; here without a key. */
const Sqlite = createRequire(new URL('../packages/server/package.json', import.meta.url))(
  'better-sqlite3-multiple-ciphers',
) as Engine;

const LAYOUT = 1;
const NEWEST = 50;

/** SQLite's version. */
export function plainVersion(): string {
  const db = new Sqlite(':memory:');
  const version = String(db.prepare('select sqlite_version()').pluck().get());
  db.close();
  return version;
}

export class PlainArchive {
  private readonly db: Database;
  private readonly statements = new Map<string, ReturnType<Database['prepare']>>();

  private constructor(file: string) {
    this.db = new Sqlite(file, { readonly: true });
    this.db.pragma('cache_size=-64000');
  }

  /** The archive of the corpus of so many messages below `root`, made there if it is missing. */
  static of(root: string, messages: number): PlainArchive {
    const file = join(root, `plain-${LAYOUT}-${messages}.db`);
    if (!existsSync(file)) {
      rmSync(`${file}.new`, { force: true });
      makeArchive(`${file}.new`, messages);
      renameSync(`${file}.new`, file);
    }
    return new PlainArchive(file);
  }

  /** Bytes that the rows and each index take. */
  sizes(): PlainSizes {
    return this.db
      .prepare('select rows, words - rows as words, characters - words as characters from size')
      .get() as PlainSizes;
  }

  /** The newest fifty whose text holds the pattern, wherever. */
  like({ pattern, ...narrowed }: PlainQuery): PlainHit[] {
    return this.find('m.text like :what', `%${pattern}%`, narrowed);
  }

  /** The newest fifty that an index finds; undefined where there is no index for the query. */
  match({ match, ...narrowed }: PlainQuery): PlainHit[] | undefined {
    if (match === undefined) return undefined;
    if ('words' in match) return this.find('words match :what', match.words, narrowed);
    return this.find('characters match :what', match.characters, narrowed);
  }

  close(): void {
    this.db.close();
  }

  private find(
    where: string,
    what: string,
    { author, from, until }: Omit<PlainQuery, 'pattern' | 'match'>,
  ): PlainHit[] {
    const index = where.slice(0, where.indexOf(' '));
    const [source, order] =
      index === 'm.text'
        ? ['message m', 'm.id']
        : [`${index} join message m on m.id = ${index}.rowid`, `${index}.rowid`];
    const filters = [
      where,
      ...(author === undefined ? [] : ['m.author = :author']),
      ...(from === undefined ? [] : ['m.at >= :from and m.at < :until']),
    ];
    const sql = `select m.at, m.chat, m.author, m.text from ${source} where ${filters.join(' and ')} order by ${order} desc limit ${NEWEST}`;
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement.all({
      what,
      ...(author === undefined ? {} : { author }),
      ...(from === undefined ? {} : { from, until }),
    }) as PlainHit[];
  }
}

function makeArchive(file: string, messages: number): void {
  const db = new Sqlite(file);
  db.pragma('journal_mode=OFF');
  db.pragma('synchronous=OFF');
  db.exec(
    'create table message (id integer primary key, at integer not null, chat text not null, author text not null, text text not null) strict',
  );
  const insert = db.prepare('insert into message (at, chat, author, text) values (?, ?, ?, ?)');
  db.transaction(() => {
    for (const { at, author, chat, text } of corpusMessages(messages)) insert.run(at, chat, author, text);
  })();
  const rows = statSync(file).size;
  db.exec(ftsTable('words', 'unicode61 remove_diacritics 2'));
  const words = statSync(file).size;
  db.exec(ftsTable('characters', 'trigram'));
  const characters = statSync(file).size;
  db.exec('create table size (rows integer not null, words integer not null, characters integer not null) strict');
  db.prepare('insert into size (rows, words, characters) values (?, ?, ?)').run(rows, words, characters);
  db.close();
}

function ftsTable(name: string, tokenizer: string): string {
  return `create virtual table ${name} using fts5(text, content='message', content_rowid='id', tokenize='${tokenizer}');
    insert into ${name}(${name}) values ('rebuild'); insert into ${name}(${name}) values ('optimize')`;
}
