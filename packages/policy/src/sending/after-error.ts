// What to do after the platform refused a message: an error answer means that nothing was sent, so it may be tried again
// where that helps. The table of codes stands with the platform's formats; here its acts are answered, with bounds on tries.

/** What the platform's documentation says to do about a code, as `formats` lists it. */
export type PlatformAct =
  | 'retry'
  | 'back-off'
  | 'slow-number'
  | 'wait-pair'
  | 'wait-day'
  | 'pause-campaign'
  | 'suppress-marketing'
  | 'experiment'
  | 'template-needed'
  | 'undeliverable'
  | 'media'
  | 'fix'
  | 'stop-template'
  | 'stop-number'
  | 'stop-all'
  | 'note';

/** What Acta does with the message. With `retry` and `wait` it goes out again at `untilMs`; every other act ends it. */
export type ErrorAct =
  | 'retry'
  | 'wait'
  | 'refuse'
  | 'suppress-marketing'
  | 'stop-all'
  | 'pause-campaign'
  | 'template-needed'
  | 'undeliverable'
  | 'fix';

/** Whom it concerns beside this message: nobody else sends under it until `untilMs`, or until somebody acts. */
export type ErrorScope = 'message' | 'pair' | 'number' | 'account' | 'template' | 'campaign' | 'person';

export interface AfterError {
  readonly act: ErrorAct;
  readonly scope: ErrorScope;
  readonly rule: string;
  /** Ms since 1970; with `retry` and `wait` alone. */
  readonly untilMs?: number;
  readonly meaning: string;
}

export interface PlatformError {
  readonly act: PlatformAct;
  readonly meaning: string;
}

export interface Attempts {
  /** Calls made for this message, the one that failed included: 1 or more. */
  readonly tries: number;
  readonly nowMs: number;
  /** From 0 to 1: spreads those who failed together. */
  readonly jitter: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long and how often an act is tried again: `firstMs`, times `factor` after each, never more than `mostMs`. */
interface Patience {
  readonly act: 'retry' | 'wait';
  readonly scope: ErrorScope;
  readonly firstMs: number;
  readonly factor: number;
  readonly mostMs: number;
  readonly tries: number;
  /** What it comes to when that has not helped. */
  readonly atLast: ErrorAct;
}

const patience: { readonly [act in PlatformAct]?: Patience } = {
  retry: {
    act: 'retry',
    scope: 'message',
    firstMs: 2 * SECOND_MS,
    factor: 4,
    mostMs: 10 * MINUTE_MS,
    tries: 6,
    atLast: 'undeliverable',
  },
  media: {
    act: 'retry',
    scope: 'message',
    firstMs: 5 * SECOND_MS,
    factor: 4,
    mostMs: 10 * MINUTE_MS,
    tries: 3,
    atLast: 'fix',
  },
  'back-off': {
    act: 'wait',
    scope: 'account',
    firstMs: MINUTE_MS,
    factor: 2,
    mostMs: 60 * MINUTE_MS,
    tries: 10,
    atLast: 'refuse',
  },
  'slow-number': {
    act: 'wait',
    scope: 'number',
    firstMs: SECOND_MS,
    factor: 2,
    mostMs: MINUTE_MS,
    tries: 12,
    atLast: 'refuse',
  },
  // Meta: 4^n seconds, n from 0.
  'wait-pair': {
    act: 'wait',
    scope: 'pair',
    firstMs: SECOND_MS,
    factor: 4,
    mostMs: 70 * MINUTE_MS,
    tries: 7,
    atLast: 'refuse',
  },
  // Not before a day has passed, and then once: a second refusal is the platform's last word.
  'wait-day': { act: 'wait', scope: 'person', firstMs: DAY_MS, factor: 1, mostMs: DAY_MS, tries: 2, atLast: 'refuse' },
};

const endings: { readonly [act in PlatformAct]?: Pick<AfterError, 'act' | 'scope'> } = {
  'pause-campaign': { act: 'pause-campaign', scope: 'campaign' },
  'suppress-marketing': { act: 'suppress-marketing', scope: 'person' },
  experiment: { act: 'refuse', scope: 'person' },
  'template-needed': { act: 'template-needed', scope: 'message' },
  undeliverable: { act: 'undeliverable', scope: 'message' },
  fix: { act: 'fix', scope: 'message' },
  'stop-template': { act: 'refuse', scope: 'template' },
  'stop-number': { act: 'stop-all', scope: 'number' },
  'stop-all': { act: 'stop-all', scope: 'account' },
  note: { act: 'refuse', scope: 'message' },
};

/**
 * Answers an error that the platform gave for a message. `jitter` lengthens a wait by up to a quarter and never shortens
 * it. After as many tries as the act bears, the message ends. Throws a RangeError where `tries` is below 1.
 */
export function afterError({ act, meaning }: PlatformError, attempts: Attempts): AfterError {
  if (!(attempts.tries >= 1)) throw new RangeError('an error comes after a try');
  const rule = `acta/send/error/${act}`;
  const patient = patience[act];
  if (patient === undefined) return { ...(endings[act] ?? { act: 'refuse', scope: 'message' }), rule, meaning };
  if (attempts.tries >= patient.tries) return { act: patient.atLast, scope: 'message', rule, meaning };
  return {
    act: patient.act,
    scope: patient.scope,
    rule,
    meaning,
    untilMs: attempts.nowMs + delayMs(patient, attempts),
  };
}

function delayMs({ factor, firstMs, mostMs }: Patience, { jitter, tries }: Attempts): number {
  const delay = Math.min(firstMs * factor ** (tries - 1), mostMs);
  return Math.round(delay * (1 + Math.min(Math.max(jitter, 0), 1) / 4));
}
