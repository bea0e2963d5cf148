// What a decision to send is made on. Facts only: who gathers them looks into tables, whoever replays the decision years later
// needs nothing else. All times are ms since 1970.

export type TemplateCategory = 'marketing' | 'utility' | 'authentication';

export type TemplateState = 'approved' | 'paused' | 'disabled' | 'rejected' | 'pending' | 'unknown';

export interface SendFacts {
  readonly nowMs: number;
  readonly message: {
    /** `free`: anything that is no template. `read`: a read receipt or typing, which puts no message before anybody. */
    readonly kind: 'free' | 'template' | 'reaction' | 'read';
    /** Of a template. One that nobody knows counts as marketing. */
    readonly category?: TemplateCategory;
    /** Of a template; absent is `unknown`, and the platform decides. */
    readonly templateState?: TemplateState;
    /** It belongs to a campaign that somebody or the platform (131048) paused. */
    readonly isCampaignPaused?: boolean;
  };
  /** Digits of the wa_id, business-scoped user id, group id: what is known; the wa_id is used where it stands. */
  readonly recipient: { readonly waId?: string; readonly bsuid?: string; readonly group?: string };
  /** The person's last message, call or `request_welcome`; echoes and the history of a phone do not count. */
  readonly lastInboundMs?: number;
  /** End of the 72 hours after an answered click on an advertisement. It makes templates free, and opens no window. */
  readonly freeEntryUntilMs?: number;
  /** When the person last asked this business to stop writing; absent when never, or when they agreed again since. */
  readonly optedOutMs?: number;
  /** The person stopped marketing in WhatsApp (`user_preferences`, error 131050) and has not resumed. */
  readonly hasStoppedMarketing: boolean;
  /** An agreement to marketing is held, with its evidence. */
  readonly hasMarketingConsent: boolean;
  /** When messages went to this person, of the last hour at least, in any order. */
  readonly sentToPairMs: readonly number[];
  readonly number: {
    /** Messages of this number, in and out, in the last second. */
    readonly perSecond: number;
    /** 80; 1,000 after an upgrade; 20 beside the app on a phone (coexistence). */
    readonly limitPerSecond: number;
    /** An earlier error asked the number, or this person with it, to wait. */
    readonly waitUntilMs?: number;
    /** An error stopped the number or the account; nothing goes out until somebody acts. */
    readonly halted?: { readonly code: number; readonly sinceMs: number };
  };
  readonly portfolio: {
    /** Different people written to outside their windows in the last 24 hours. */
    readonly unique24h: number;
    readonly limit: number | 'unlimited';
    /** This person is one of them already. */
    readonly isCounted: boolean;
    /** When the first of them falls out of the 24 hours. */
    readonly nextFreeMs?: number;
  };
}
