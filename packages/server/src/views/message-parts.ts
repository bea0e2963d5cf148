// What stands in a message beside its words, for who looks at it: cards, an order, what was tapped or filled in, what there was to tap,
// the advertisement somebody came from. Read from the piece as it arrived, or from the request that was sent, when it is shown.

import { type CloudDetails, detailsOf } from '@acta/formats';
import type { EntryRecord } from '../records/conversation.ts';

export type MessageReferral = Pick<
  NonNullable<CloudDetails['referral']>,
  'body' | 'headline' | 'sourceType' | 'sourceUrl'
>;

/** Something that could be tapped. */
export interface MessageChoice {
  readonly title: string;
  readonly description?: string;
  readonly url?: string;
}

export interface MessageParts {
  readonly cards?: CloudDetails['cards'];
  readonly order?: CloudDetails['order'];
  readonly reply?: Omit<NonNullable<CloudDetails['reply']>, 'id' | 'payload'>;
  readonly referral?: MessageReferral;
  /** What the platform does not hand over: poll_creation, edit … */
  readonly unsupported?: string;
  readonly forwarded?: 'once' | 'often';
  /** A product that the message is about. */
  readonly product?: NonNullable<CloudDetails['context']>['product'];
  /** What we gave to choose from. */
  readonly choices?: readonly MessageChoice[];
}

const PARTED = new Set(['contacts', 'order', 'interactive', 'button', 'unsupported', 'unknown']);
const TELLING = /"(?:referral|forwarded|frequently_forwarded|referred_product)"/;
const MOST_CHOICES = 30;

/** The parts of an entry; undefined where its words say all. */
export function partsOf({ intent, kind, origin, raw, type }: EntryRecord): MessageParts | undefined {
  if (kind !== 'message' || origin === undefined) return undefined;
  if (intent !== undefined)
    return type === 'contacts' || type === 'interactive' ? sentParts(intent.request) : undefined;
  if (raw === undefined || !(PARTED.has(type) || TELLING.test(raw))) return undefined;
  return filled(cameParts(detailsOf(raw)));
}

function cameParts({ cards, context, order, referral, reply, unsupported }: CloudDetails): MessageParts {
  return {
    ...(cards === undefined ? {} : { cards: cards.map(({ vcard: _vcard, ...card }) => card) }),
    ...(order === undefined ? {} : { order }),
    ...(reply === undefined ? {} : { reply: replyOf(reply) }),
    ...(referral === undefined ? {} : { referral: referralOf(referral) }),
    ...(unsupported === undefined ? {} : { unsupported }),
    ...(context?.oftenForwarded === true ? { forwarded: 'often' } : {}),
    ...(context?.forwarded === true && context.oftenForwarded !== true ? { forwarded: 'once' } : {}),
    ...(context?.product === undefined ? {} : { product: context.product }),
  };
}

function replyOf({ id: _id, payload: _payload, ...reply }: NonNullable<CloudDetails['reply']>) {
  return reply;
}

function referralOf({ body, headline, sourceType, sourceUrl }: NonNullable<CloudDetails['referral']>): MessageReferral {
  return {
    ...(body === undefined ? {} : { body }),
    ...(headline === undefined ? {} : { headline }),
    ...(sourceType === undefined ? {} : { sourceType }),
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
  };
}

/** A request has the form of what arrives, but for what there is to tap. */
function sentParts(request: string): MessageParts | undefined {
  const { cards } = detailsOf(request);
  const { interactive }: { readonly interactive?: { readonly action?: SentAction } } = JSON.parse(request);
  const choices = interactive?.action === undefined ? [] : choicesOf(interactive.action);
  return filled({
    ...(cards === undefined ? {} : { cards: cards.map(({ vcard: _vcard, ...card }) => card) }),
    ...(choices.length === 0 ? {} : { choices: choices.slice(0, MOST_CHOICES) }),
  });
}

/** `action` of a request to send something interactive, as this server writes it. */
interface SentAction {
  readonly buttons?: readonly { readonly reply?: { readonly title?: string } }[];
  readonly sections?: readonly {
    readonly rows?: readonly { readonly title?: string; readonly description?: string }[];
  }[];
  readonly parameters?: { readonly display_text?: string; readonly url?: string; readonly flow_cta?: string };
}

function choicesOf({ buttons = [], parameters, sections = [] }: SentAction): readonly MessageChoice[] {
  const rows = sections.flatMap((section) => section.rows ?? []);
  const [title, url] = [parameters?.display_text ?? parameters?.flow_cta, parameters?.url];
  return [
    ...buttons.flatMap(({ reply }) => (reply?.title === undefined ? [] : [{ title: reply.title }])),
    ...rows.flatMap((row) =>
      row.title === undefined
        ? []
        : [{ title: row.title, ...(row.description === undefined ? {} : { description: row.description }) }],
    ),
    ...(title === undefined ? [] : [{ title, ...(url === undefined ? {} : { url }) }]),
  ];
}

function filled(parts: MessageParts): MessageParts | undefined {
  return Object.keys(parts).length === 0 ? undefined : parts;
}
