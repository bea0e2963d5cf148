// What stands in a message beside its words: cards, an order with its sum, what was tapped or filled in, what there was to tap, the
// advertisement somebody came from. Strangers wrote all of it: it is text, and nothing is fetched.

import type { Message } from '@acta/server/client';
import { ArrowBendDoubleUpRightIcon } from '@phosphor-icons/react/ArrowBendDoubleUpRight';
import { CopySimpleIcon } from '@phosphor-icons/react/CopySimple';
import { CursorClickIcon } from '@phosphor-icons/react/CursorClick';
import { MegaphoneSimpleIcon } from '@phosphor-icons/react/MegaphoneSimple';
import { ShoppingBagIcon } from '@phosphor-icons/react/ShoppingBag';
import { WarningCircleIcon } from '@phosphor-icons/react/WarningCircle';
import type { ReactNode } from 'react';
import { Avatar } from '../look/avatar.tsx';
import { IconButton } from '../look/button.tsx';
import { Facts } from '../look/parts.tsx';
import { useToast } from '../look/toasts.tsx';
import { useFormats } from '../words/formats.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';
import media from './media.module.css';
import { orderSum } from './order-sum.ts';
import styles from './said-parts.module.css';
import { TextBody } from './text-body.tsx';

type Parts = NonNullable<Message['parts']>;

/** Above the words. */
export function PartsAbove({ parts }: { readonly parts: Parts | undefined }): ReactNode {
  if (parts === undefined) return null;
  const { cards, forwarded, order, product, referral, reply, unsupported } = parts;
  return (
    <>
      {forwarded !== undefined && <Forwarded how={forwarded} />}
      {referral !== undefined && <Referral referral={referral} />}
      {product?.productId !== undefined && <Product id={product.productId} />}
      {unsupported !== undefined && <Unsupported kind={unsupported} />}
      {cards?.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards may read the same
        <Card key={index} card={card} />
      ))}
      {order !== undefined && <Order order={order} />}
      {reply !== undefined && <Reply reply={reply} />}
    </>
  );
}

/** Below the words: what there is to tap. */
export function PartsBelow({ parts }: { readonly parts: Parts | undefined }): ReactNode {
  const t = useWords();
  if (parts?.choices === undefined) return null;
  return (
    <ul className={styles['choices']} aria-label={t('conversation.choices')}>
      {parts.choices.map(({ description, title, url }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: choices may read the same
        <li key={index}>
          <bdi>{title}</bdi>
          {(description ?? url) !== undefined && <small dir="auto">{description ?? url}</small>}
        </li>
      ))}
    </ul>
  );
}

function Forwarded({ how }: { readonly how: NonNullable<Parts['forwarded']> }): ReactNode {
  const t = useWords();
  return (
    <p className={styles['over']}>
      <ArrowBendDoubleUpRightIcon size={16} aria-hidden="true" />
      {t(how === 'often' ? 'conversation.forwarded-often' : 'conversation.forwarded')}
    </p>
  );
}

function Referral({ referral }: { readonly referral: NonNullable<Parts['referral']> }): ReactNode {
  const t = useWords();
  const { body, headline, sourceType, sourceUrl } = referral;
  return (
    <aside className={styles['slip']}>
      <p className={styles['over']}>
        <MegaphoneSimpleIcon size={16} aria-hidden="true" />
        {t(sourceType === 'post' ? 'conversation.from-post' : 'conversation.from-ad')}
      </p>
      {headline !== undefined && <strong dir="auto">{headline}</strong>}
      {body !== undefined && <p dir="auto">{body}</p>}
      {sourceUrl !== undefined && (
        <div className={styles['source']}>
          <TextBody text={sourceUrl} />
        </div>
      )}
    </aside>
  );
}

function Product({ id }: { readonly id: string }): ReactNode {
  const t = useWords();
  return (
    <p className={styles['over']}>
      <ShoppingBagIcon size={16} aria-hidden="true" />
      {t('conversation.about-product')} <bdi>{id}</bdi>
    </p>
  );
}

const KINDS: Readonly<Record<string, Key>> = {
  poll_creation: 'conversation.poll',
  poll_update: 'conversation.poll',
  edit: 'conversation.unsupported-edit',
  gif: 'conversation.unsupported-gif',
  pin: 'conversation.unsupported-pin',
  group_invite: 'conversation.unsupported-invite',
  view_once: 'conversation.unsupported-once',
};

/** Something is missing, and it is said what and why. */
function Unsupported({ kind }: { readonly kind: string }): ReactNode {
  const t = useWords();
  const known = KINDS[kind];
  return (
    <div className={media['missing']}>
      <WarningCircleIcon size={21} aria-hidden="true" />
      <span>
        {known === undefined ? <bdi>{kind.replaceAll('_', ' ')}</bdi> : t(known)}
        <small>{t('conversation.unsupported')}</small>
      </span>
    </div>
  );
}

type ContactCard = NonNullable<Parts['cards']>[number];

function Card({ card }: { readonly card: ContactCard }): ReactNode {
  const t = useWords();
  const { addresses, birthday, company, department, emails, phones, title, urls } = card;
  const name = nameOf(card) ?? t('conversation.contact');
  const work = [title, department, company].filter((one) => one !== undefined).join(' · ');
  const facts = [
    ...emails.flatMap(({ email }) => email ?? []),
    ...addresses.map(({ city, country, state, street, zip }) =>
      [street, zip, city, state, country].filter((one) => one !== undefined).join(', '),
    ),
    ...urls.flatMap(({ url }) => url ?? []),
    ...(birthday === undefined ? [] : [birthday]),
  ].filter((one) => one !== '');
  return (
    <section className={styles['card']} aria-label={t('conversation.contact')}>
      <header>
        <Avatar name={name} seed={name.length} size={36} />
        <span>
          <bdi>{name}</bdi>
          {work !== '' && <small dir="auto">{work}</small>}
        </span>
      </header>
      {phones.map(({ phone, type, waId }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: numbers may stand twice
        <PhoneLine key={index} number={phone ?? waId ?? ''} kind={type} hasWhatsApp={waId !== undefined} />
      ))}
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts may read the same
        <p key={index} dir="auto">
          {fact}
        </p>
      ))}
    </section>
  );
}

function nameOf({
  company,
  firstName,
  lastName,
  middleName,
  name,
  phones,
  prefix,
  suffix,
}: ContactCard): string | undefined {
  const joined = [prefix, firstName, middleName, lastName, suffix].filter((one) => one !== undefined).join(' ');
  return [name, joined, company, phones[0]?.phone].find((one) => one !== undefined && one.trim() !== '');
}

function PhoneLine({
  hasWhatsApp,
  kind,
  number,
}: {
  readonly number: string;
  readonly kind: string | undefined;
  readonly hasWhatsApp: boolean;
}): ReactNode {
  const t = useWords();
  const say = useToast();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(number);
    say({ kind: 'ok', text: t('conversation.copied') });
  };
  return (
    <div className={styles['number']}>
      <bdi>{number}</bdi>
      <small>
        {[kind?.toLowerCase(), hasWhatsApp ? 'WhatsApp' : undefined].filter((one) => one !== undefined).join(' · ')}
      </small>
      <IconButton name={t('conversation.copy-number')} onClick={() => void copy()}>
        <CopySimpleIcon size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function Order({ order: { items } }: { readonly order: NonNullable<Parts['order']> }): ReactNode {
  const t = useWords();
  const { money } = useFormats();
  const sum = orderSum(items);
  return (
    <section className={styles['order']} aria-label={t('conversation.order')}>
      <p className={styles['over']}>
        <ShoppingBagIcon size={16} aria-hidden="true" />
        {t('conversation.order-items', { count: items.length })}
      </p>
      <ul>
        {items.map(({ currency, price, productId, quantity }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same product may be ordered twice
          <li key={index}>
            <span>
              {quantity ?? '1'} × <bdi>{productId ?? t('conversation.order-nameless')}</bdi>
            </span>
            {price !== undefined && <span className="tabular">{money(price, currency)}</span>}
          </li>
        ))}
      </ul>
      {sum !== undefined && (
        <p className={styles['sum']}>
          <span>{t('conversation.order-sum')}</span>
          <b className="tabular">{money(sum.amount, sum.currency)}</b>
        </p>
      )}
    </section>
  );
}

const REPLIES: Readonly<Record<NonNullable<Parts['reply']>['kind'], Key>> = {
  button: 'conversation.tapped',
  'quick-reply': 'conversation.tapped',
  list: 'conversation.chosen',
  flow: 'conversation.filled-in',
  'call-permission': 'conversation.call-permission',
};

function Reply({ reply }: { readonly reply: NonNullable<Parts['reply']> }): ReactNode {
  const t = useWords();
  const { moment } = useFormats();
  const { answers = [], expiresAt, isPermanent, kind, name, response } = reply;
  const facts = answers
    .filter((answer) => answer.name !== 'flow_token')
    .map((answer) => ({
      name: answer.name.replaceAll('_', ' '),
      value: <bdi className={styles['answer']}>{answer.value}</bdi>,
    }));
  return (
    <>
      <p className={styles['over']}>
        <CursorClickIcon size={16} aria-hidden="true" />
        {t(REPLIES[kind])}
        {name !== undefined && <bdi>{name.replaceAll('_', ' ')}</bdi>}
      </p>
      {kind === 'call-permission' && (
        <p>
          {t(response === 'accept' ? 'conversation.call-accepted' : 'conversation.call-declined')}
          {isPermanent !== true &&
            expiresAt !== undefined &&
            ` ${t('inbox.until', { when: moment(new Date(expiresAt * 1000)) })}`}
        </p>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
    </>
  );
}

/** The words that the parts do not show themselves. */
export function wordsBeside({ location, parts, text }: Message): string {
  if (parts?.cards !== undefined) return '';
  if (parts?.reply?.kind === 'call-permission') return '';
  if (location !== undefined && text !== '') return restBehind(text, location.name ?? '');
  return parts?.choices === undefined ? text : withoutChoices(text, parts.choices);
}

/** An address below the name of a place stays. */
function restBehind(text: string, name: string): string {
  // Of a place the name and the address stand on one line with it already.
  if (text === name || text.replaceAll('\n', ', ') === name) return '';
  return name !== '' && text.startsWith(`${name}\n`) ? text.slice(name.length + 1) : text;
}

/** What there is to tap stands at the end of the words too. */
function withoutChoices(text: string, choices: NonNullable<Parts['choices']>): string {
  const lines = text.split('\n');
  const tapped = new Set(choices.flatMap(({ title, url }) => (url === undefined ? [title] : [title, url])));
  while (lines.length > 1 && tapped.has(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n');
}
