// What the command line and the environment say about a sandbox. Every setting has a default, so that it starts with none.
import { type Habits, plainHabits, platformHabits } from './habits.ts';
import type { SandboxOptions } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import { defaultBusiness } from './world/business.ts';
import type { Language } from './world/person.ts';

export interface Settings {
  readonly sandbox: SandboxOptions;
  /** Seeded people. */
  readonly people: number;
  /** Messages a second from phones; 0 for none. */
  readonly perSecond: number;
  readonly languages: readonly Language[];
  readonly isHelp: boolean;
  /** Ends when standard input ends: a child that does not outlive its parent. */
  readonly withParent: boolean;
}

export const usage = `npm run sandbox -- [options]

A stand-in for graph.facebook.com and for customers' phones.

  --people N            seeded people (default 6; with --rate 100)
  --rate N/s            messages a second from their phones (default none; N/min and N/h too)
  --languages es,zh,en  languages they write
  --seed N              decides everything that looks like chance (default 1)
  --habits platform|plain  whether deliveries are doubled, mixed up, gathered …
                        (default platform with --rate, plain without)
  --refusals status|answer  how refusals found out late are told (default status)
  --webhook URL         where deliveries go (default http://127.0.0.1:7070/webhooks/whatsapp)
  --port N, --host H    where it listens (default 7071 on 127.0.0.1; or SANDBOX_PORT)
  --with-parent         ends when its standard input ends
  --help

From the environment: WHATSAPP_APP_SECRET (sandbox-secret), WHATSAPP_VERIFY_TOKEN (sandbox-verify),
WHATSAPP_ACCESS_TOKEN (sandbox-token), SANDBOX_ACCOUNT_ID (102290129340398), SANDBOX_NUMBER_ID (106540352242922).
`;

const rate = /^(\d+(?:\.\d+)?)(?:\/(s|min|h))?$/;
const unitSeconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };
const languages: readonly Language[] = ['es', 'zh', 'en'];
const manners: Readonly<Record<string, Habits>> = { platform: platformHabits, plain: plainHabits };
const flags: ReadonlySet<string> = new Set(['help', 'with-parent']);
const mostPeople = 1_000_000;
const mostPerSecond = 10_000;
const names: ReadonlySet<string> = new Set([
  'people',
  'rate',
  'languages',
  'seed',
  'habits',
  'refusals',
  'webhook',
  'port',
  'host',
]);

/** @throws SandboxError `bad-request`, naming the option */
export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const options = optionsOf(args);
  const perSecond = rateOf(options.get('rate'));
  const manner = options.get('habits') ?? (perSecond > 0 ? 'platform' : 'plain');
  const refusals = options.get('refusals') ?? 'status';
  if (refusals !== 'status' && refusals !== 'answer') throw wrong('refusals');
  const habits = Object.hasOwn(manners, manner) ? manners[manner] : undefined;
  if (!habits) throw wrong('habits');
  const [appSecret] = (env['WHATSAPP_APP_SECRET'] ?? '').split(',');
  return {
    sandbox: {
      port: wholeOf('port', options.get('port') ?? env['SANDBOX_PORT'], 7071, 65_535),
      seed: wholeOf('seed', options.get('seed'), 1, Number.MAX_SAFE_INTEGER),
      host: options.get('host') ?? '127.0.0.1',
      habits,
      refusals,
      webhookUrl: webhookOf(options.get('webhook')),
      business: defaultBusiness({
        ...(env['SANDBOX_ACCOUNT_ID'] && { account: env['SANDBOX_ACCOUNT_ID'] }),
        ...(env['SANDBOX_NUMBER_ID'] && { number: env['SANDBOX_NUMBER_ID'] }),
      }),
      ...(appSecret && { appSecret: appSecret.trim() }),
      ...(env['WHATSAPP_VERIFY_TOKEN'] && { verifyToken: env['WHATSAPP_VERIFY_TOKEN'] }),
      ...(env['WHATSAPP_ACCESS_TOKEN'] && { accessToken: env['WHATSAPP_ACCESS_TOKEN'] }),
    },
    people: wholeOf('people', options.get('people'), perSecond > 0 ? 100 : 6, mostPeople),
    perSecond,
    languages: languagesOf(options.get('languages')),
    isHelp: options.has('help'),
    withParent: options.has('with-parent'),
  };
}

function optionsOf(args: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const [name = '', given] = (args[index] ?? '').replace('--', '').split('=', 2);
    if (flags.has(name)) options.set(name, '');
    else if (!((args[index] ?? '').startsWith('--') && names.has(name))) throw wrong(name);
    else if (given !== undefined) options.set(name, given);
    else {
      index += 1;
      options.set(name, args[index] ?? '');
    }
  }
  return options;
}

const wrong = (name: string): SandboxError =>
  new SandboxError('bad-request', `--${name} is not understood; see --help`);

function wholeOf(name: string, text: string | undefined, usual: number, most: number): number {
  if (text === undefined) return usual;
  const number = text === '' ? Number.NaN : Number(text);
  if (!(Number.isInteger(number) && number >= 0 && number <= most)) throw wrong(name);
  return number;
}

function rateOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, count, unit = 's'] = rate.exec(text) ?? [];
  const perSecond = Number(count) / (unitSeconds[unit] ?? 1);
  if (!(perSecond >= 0 && perSecond <= mostPerSecond)) throw wrong('rate');
  return perSecond;
}

function languagesOf(text: string | undefined): readonly Language[] {
  if (text === undefined) return languages;
  const asked = text.split(',').map((name) => languages.find((language) => language === name.trim()));
  return asked.map((language) => {
    if (!language) throw wrong('languages');
    return language;
  });
}

function webhookOf(text: string | undefined): string {
  const url = text ?? 'http://127.0.0.1:7070/webhooks/whatsapp';
  if (!(URL.canParse(url) && new URL(url).protocol.startsWith('http'))) throw wrong('webhook');
  return url;
}
