// Which rules of input a fact of a webhook does not keep. The rules stand in `policy`; here a fact is laid out for them. Names are
// judged where a delivery says who somebody is, not again with each message.

import type { CloudFact, CloudMessage, PersonMarks } from '@acta/formats';
import { checkIncoming, flagText, type IncomingFields } from '@acta/policy';

type Fields = Omit<IncomingFields, 'source'>;

const NOTHING: Fields = {};

/** Flags of a fact that arrived at `receivedAt` (seconds since 1970), as `rule@field`; an empty list for most. */
export function judgedFact(fact: CloudFact, receivedAt: number): readonly string[] {
  const fields = fieldsOf(fact, receivedAt * 1_000);
  return checkIncoming({ source: 'webhook', ...fields }, receivedAt * 1_000).map(flagText);
}

function fieldsOf(fact: CloudFact, receivedAtMs: number): Fields {
  switch (fact.fact) {
    case 'message':
    case 'edit':
      return { ...said(fact), ...(fact.origin === 'live' ? { receivedAtMs } : {}) };
    case 'contact':
      return { ...named(fact.person), ...numbered(fact.person) };
    case 'status':
    case 'payment':
      return { atMs: fact.at * 1_000, ...numbered(fact.recipient) };
    case 'identity':
      return { atMs: fact.at * 1_000, ...numbered(fact.is) };
    case 'reaction':
    case 'revoke':
    case 'preference':
      return { atMs: fact.at * 1_000, ...numbered(fact.person) };
    case 'event':
      return fact.at === undefined ? NOTHING : { atMs: fact.at * 1_000 };
  }
}

/** A message's own words; beside media they are a caption. A time that could not be read is 0, and is flagged as such. */
function said({ at, media, person, text }: Pick<CloudMessage, 'at' | 'media' | 'person' | 'text'>): Fields {
  const fields = { atMs: at * 1_000, ...numbered(person) };
  if (media === undefined) return { ...fields, text };
  const { filename, mime } = media;
  return {
    ...fields,
    caption: text,
    ...(filename === undefined ? {} : { filename }),
    ...(mime === undefined ? {} : { mime }),
  };
}

function named({ profileName, savedName }: PersonMarks): Fields {
  const name = profileName ?? savedName;
  return name === undefined ? NOTHING : { name };
}

function numbered(person: PersonMarks | undefined): Fields {
  return person?.waId === undefined ? NOTHING : { phone: person.waId };
}
