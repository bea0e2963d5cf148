// What the server is told by its surroundings: where to listen, and the secrets of the WhatsApp platform. Checked for presence and
// form only; nobody is called. A secret that is missing closes what needs it and stops nothing else.

import { isLoopback } from './loopback.ts';
import { memberOf } from './member-of.ts';
import { named, wrong } from './setting.ts';
import { type SignOnSettings, signOnIn } from './single-sign-on-settings.ts';

/** The secrets and addresses of one business number, or of all that have none of their own. */
export interface NumberSettings {
  /** phone_number_id. */
  readonly id: string;
  readonly accessToken: string;
}

export interface WhatsAppSettings {
  /** Two while one takes the other's place. Without any, no delivery is accepted. */
  readonly appSecrets: readonly string[];
  readonly verifyToken?: string;
  readonly accessToken?: string;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly numbers: readonly NumberSettings[];
}

export interface ListenSettings {
  readonly host: string;
  readonly port: number;
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
  /** A proxy in front says who calls and ends TLS. */
  readonly isBehindProxy: boolean;
  /** The address by which people come, where it is not this machine's own. */
  readonly publicUrl?: string;
}

export interface ServerSettings {
  readonly listen: ListenSettings;
  readonly whatsapp: WhatsAppSettings;
  /** Outbound webhooks may go to private addresses. */
  readonly allowsPrivateHooks: boolean;
  /** Absent where people sign in here alone. */
  readonly signOn?: SignOnSettings;
}

const PORT = /^\d{1,5}$/;
const SPACE = /\s/;
const SLASHES = /\/+$/;
const HEADER_VALUE = /^[\x21-\x7e]+$/;
const DEFAULT_PORT = 7070;
const DEFAULT_API = 'https://graph.facebook.com';

/** The settings of an environment and, where it names one, of the text of a file. Throws `setting-wrong` with the name of the setting. */
export function settingsOf(
  env: NodeJS.ProcessEnv,
  file?: { readonly name: string; readonly text: string },
): ServerSettings {
  const [listen, said] = [listenOf(env), file === undefined ? undefined : parsed(file)];
  const signOn = signOnIn({ env, file: memberOf(said, 'singleSignOn'), publicUrl: listen.publicUrl });
  return {
    listen,
    whatsapp: whatsappOf(env, said),
    allowsPrivateHooks: flag(env, 'ACTA_ALLOW_PRIVATE_HOOKS'),
    ...(signOn === undefined ? {} : { signOn }),
  };
}

function listenOf(env: NodeJS.ProcessEnv): ListenSettings {
  const [certFile, keyFile] = [named(env, 'ACTA_TLS_CERT'), named(env, 'ACTA_TLS_KEY')];
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw wrong(certFile === undefined ? 'ACTA_TLS_CERT' : 'ACTA_TLS_KEY', 'missing');
  }
  const publicUrl = named(env, 'ACTA_URL');
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) throw wrong('ACTA_URL', 'no-url');
  return {
    host: named(env, 'ACTA_HOST') ?? '127.0.0.1',
    port: portOf(named(env, 'ACTA_PORT')),
    ...(certFile === undefined || keyFile === undefined ? {} : { tls: { certFile, keyFile } }),
    isBehindProxy: flag(env, 'ACTA_BEHIND_PROXY'),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  };
}

function portOf(said: string | undefined): number {
  if (said === undefined) return DEFAULT_PORT;
  const port = Number(said);
  if (!PORT.test(said) || port > 65_535) throw wrong('ACTA_PORT', 'no-port');
  return port;
}

function parsed({ name, text }: { readonly name: string; readonly text: string }): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(name, 'no-json');
  }
}

function whatsappOf(env: NodeJS.ProcessEnv, file: unknown): WhatsAppSettings {
  const said =
    named(env, 'WHATSAPP_APP_SECRET')
      ?.split(',')
      .map((secret) => secret.trim()) ?? [];
  if (said.length > 2) throw wrong('WHATSAPP_APP_SECRET', 'more-than-two');
  if (said.some((secret) => secret === '' || SPACE.test(secret))) throw wrong('WHATSAPP_APP_SECRET', 'empty-part');
  const [verifyToken, accessToken] = [named(env, 'WHATSAPP_VERIFY_TOKEN'), named(env, 'WHATSAPP_ACCESS_TOKEN')];
  return {
    appSecrets: said,
    ...(verifyToken === undefined ? {} : { verifyToken }),
    ...(accessToken === undefined ? {} : { accessToken: headerValue('WHATSAPP_ACCESS_TOKEN', accessToken) }),
    apiUrl: urlOf(named(env, 'WHATSAPP_API_URL') ?? DEFAULT_API),
    numbers: numbersIn(file, env),
  };
}

function urlOf(said: string): string {
  if (!URL.canParse(said)) throw wrong('WHATSAPP_API_URL', 'no-url');
  const url = new URL(said);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe) throw wrong('WHATSAPP_API_URL', 'no-https');
  return said.replace(SLASHES, '');
}

/**
 * `{ "whatsapp": { "numbers": [ { "id": "…", "accessToken": "…" } ] } }`, where a token may stand in the environment instead:
 * `{ "env": "NAME" }`. Whatever else stands in the file is others'.
 */
function numbersIn(file: unknown, env: NodeJS.ProcessEnv): NumberSettings[] {
  const whatsapp = memberOf(file, 'whatsapp');
  const numbers = memberOf(whatsapp, 'numbers');
  if (numbers === undefined) return [];
  if (!Array.isArray(numbers)) throw wrong('whatsapp.numbers', 'no-list');
  return numbers.map((one: unknown, at) => {
    const [id, said] = [memberOf(one, 'id'), memberOf(one, 'accessToken')];
    const variable = memberOf(said, 'env');
    const token = typeof variable === 'string' ? named(env, variable) : said;
    if (typeof id !== 'string' || id === '') throw wrong(`whatsapp.numbers[${at}].id`, 'missing');
    if (typeof token !== 'string' || token === '') throw wrong(`whatsapp.numbers[${at}].accessToken`, 'missing');
    return { id, accessToken: headerValue(`whatsapp.numbers[${at}].accessToken`, token) };
  });
}

/** Goes into a header: what would end it is refused. */
function headerValue(setting: string, token: string): string {
  if (!HEADER_VALUE.test(token)) throw wrong(setting, 'no-token');
  return token;
}

function flag(env: NodeJS.ProcessEnv, name: string): boolean {
  const said = named(env, name);
  if (said === undefined || said === '0') return false;
  if (said === '1') return true;
  throw wrong(name, 'no-flag');
}
