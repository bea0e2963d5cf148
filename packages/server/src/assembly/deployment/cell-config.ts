// The configuration file of a deployment with several cells: read whole and checked whole before anything is opened. Members that are
// not known are refused, because one that is misspelt would silently be another deployment. No address of it is ever shown.

import { dirname, resolve } from 'node:path';
import type { CellScope } from '@acta/policy';
import { ServerError } from '../../server-error.ts';
import type { EnginePlace } from '../../store/engines.ts';

/** A cell as it is configured. */
export interface CellConfig extends CellScope {
  readonly place: EnginePlace;
}

export interface DeploymentConfig {
  /** The region of conversations whose number nobody claims. */
  readonly home: string;
  readonly cells: readonly CellConfig[];
}

/** Where a text was read from, and what may be named in it. */
export interface ConfigSource {
  readonly file: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const NAME = /^[a-z][a-z0-9-]{0,31}$/;
const NUMBER = /^\+[1-9]\d{0,14}$/;
/** `whatsapp` and `singleSignOn` are the server's, which checks them where they are read. */
const MEMBERS: ReadonlySet<string> = new Set(['home', 'cells', 'whatsapp', 'singleSignOn']);
const CELL_MEMBERS: ReadonlySet<string> = new Set([
  'name',
  'region',
  'numbers',
  'vault',
  'database',
  'replica',
  'keys',
  'objects',
]);
const URLS = { database: 'databaseUrl', replica: 'replicaUrl', keys: 'keysUrl', objects: 'objectsUrl' } as const;

type Fields = Readonly<Record<string, unknown>>;
type Refuse = (at: string, reason: string) => never;

/**
 * Reads a configuration. Folders are relative to its own. Throws `cells-config`, which names the place and what is wrong there:
 * `json`, `member`, `form`, `name`, `number`, `twice`, `claimed`, `home`, `env`.
 */
export function parseDeployment(text: string, source: ConfigSource): DeploymentConfig {
  const refuse: Refuse = (at, reason) => {
    throw new ServerError('cells-config', { file: source.file, at, reason });
  };
  const whole = fieldsOf(parsed(text, refuse), 'the whole file', refuse);
  expectMembers(whole, MEMBERS, '', refuse);
  const { cells: listed, home } = whole;
  if (typeof home !== 'string') return refuse('home', 'form');
  if (!Array.isArray(listed) || listed.length === 0) return refuse('cells', 'form');
  const cells = listed.map((one: unknown, at) => cellOf(one, `cells[${at}]`, { ...source, refuse }));
  expectApart(cells, refuse);
  if (!cells.some(({ region }) => region === home)) refuse('home', 'home');
  return { home, cells };
}

/** Whether the text speaks of cells; one that names only numbers of the platform is no deployment of several. */
export function namesCells(text: string): boolean {
  try {
    const whole: unknown = JSON.parse(text);
    return typeof whole !== 'object' || whole === null || !('whatsapp' in whole) || 'cells' in whole || 'home' in whole;
  } catch {
    return true;
  }
}

function parsed(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('the whole file', 'json');
  }
}

function fieldsOf(value: unknown, at: string, refuse: Refuse): Fields {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value } : refuse(at, 'form');
}

function expectMembers(fields: Fields, known: ReadonlySet<string>, at: string, refuse: Refuse): void {
  const strange = Object.keys(fields).find((name) => !known.has(name));
  if (strange !== undefined) refuse(at === '' ? strange : `${at}.${strange}`, 'member');
}

function cellOf(value: unknown, at: string, source: ConfigSource & { readonly refuse: Refuse }): CellConfig {
  const { refuse } = source;
  const fields = fieldsOf(value, at, refuse);
  expectMembers(fields, CELL_MEMBERS, at, refuse);
  const named = (member: 'name' | 'region'): string => {
    const text = fields[member];
    return typeof text === 'string' && NAME.test(text) ? text : refuse(`${at}.${member}`, 'name');
  };
  const name = named('name');
  const { numbers = [], vault } = fields;
  if (!Array.isArray(numbers)) return refuse(`${at}.numbers`, 'form');
  const prefixes = numbers.map((number: unknown, index) =>
    typeof number === 'string' && NUMBER.test(number) ? number : refuse(`${at}.numbers[${index}]`, 'number'),
  );
  const isThere = typeof vault === 'string' && vault !== '';
  if (!isThere && (vault !== undefined || fields['database'] === undefined)) return refuse(`${at}.vault`, 'form');
  const dir = resolve(dirname(resolve(source.file)), isThere ? vault : name);
  return { name, region: named('region'), numbers: prefixes, place: { dir, ...addresses(fields, at, source) } };
}

/** The addresses of a cell; one may stand in the environment instead: `{ "env": "NAME" }`. */
function addresses(fields: Fields, at: string, { env, refuse }: ConfigSource & { readonly refuse: Refuse }) {
  const found: Partial<Record<(typeof URLS)[keyof typeof URLS], string>> = {};
  for (const [member, place] of Object.entries(URLS)) {
    const value = fields[member];
    if (value === undefined) continue;
    const where = `${at}.${member}`;
    if (typeof value === 'string' && value !== '') {
      found[place] = value;
      continue;
    }
    const reference = fieldsOf(value, where, refuse);
    const variable = reference['env'];
    if (typeof variable !== 'string' || Object.keys(reference).length !== 1) return refuse(where, 'form');
    found[place] = env[variable] || refuse(where, 'env');
  }
  return found;
}

/** Names and claims belong to one each. */
function expectApart(cells: readonly CellConfig[], refuse: Refuse): void {
  const names = new Set<string>();
  const claims = new Map<string, string>();
  for (const [at, { name, numbers, region }] of cells.entries()) {
    if (names.has(name)) refuse(`cells[${at}].name`, 'twice');
    names.add(name);
    for (const [index, number] of numbers.entries()) {
      if ((claims.get(number) ?? region) !== region) refuse(`cells[${at}].numbers[${index}]`, 'claimed');
      claims.set(number, region);
    }
  }
}
