// The business: its account, its portfolio and its numbers. A coexistence number also lives in the phone app, is slower, and hears
// of edits and deletions.

export type MessagingTier = 250 | 2000 | 10_000 | 100_000 | 'unlimited';

export interface BusinessNumber {
  /** The platform's id of the number: what webhooks are routed by. */
  readonly id: string;
  /** Digits. */
  readonly phone: string;
  readonly verifiedName: string;
  readonly isCoexistence: boolean;
  /** Only these may be written to, if there is a list: a test number. */
  readonly allowed?: readonly string[];
  quality: 'GREEN' | 'YELLOW' | 'RED';
}

export interface Business {
  /** The WhatsApp business account. */
  readonly account: string;
  readonly portfolio: string;
  readonly numbers: readonly BusinessNumber[];
  /** How many people a day the portfolio may write to first. */
  tier: MessagingTier;
}

const standardPerSecond = 80;
const highPerSecond = 1000;
const coexistencePerSecond = 20;

/** @returns how many messages a second, in and out, a number may carry */
export function perSecond({ tier }: Business, { isCoexistence, quality }: BusinessNumber): number {
  if (isCoexistence) return coexistencePerSecond;
  return tier === 'unlimited' && quality !== 'RED' ? highPerSecond : standardPerSecond;
}

export const defaultAccount = '102290129340398';
export const defaultNumber = '106540352242922';
export const defaultCoexistenceNumber = '106540352242923';

/** The business that stands if no other is given: one ordinary number and one that also lives in the phone app. */
export const defaultBusiness = ({
  account = defaultAccount,
  number = defaultNumber,
}: {
  readonly account?: string;
  readonly number?: string;
} = {}): Business => ({
  account,
  portfolio: '506914307656634',
  numbers: [
    { id: number, phone: '15550783881', verifiedName: 'Casa Luna', isCoexistence: false, quality: 'GREEN' },
    {
      id: defaultCoexistenceNumber,
      phone: '15550783882',
      verifiedName: 'Casa Luna app',
      isCoexistence: true,
      quality: 'GREEN',
    },
  ],
  tier: 2000,
});
