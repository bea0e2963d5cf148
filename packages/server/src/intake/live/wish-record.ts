// What a person asks for in a message that says nothing else: to stop being written to, or to begin again. The message is kept like
// any other; the record beside it is what sending is decided on. In a group nobody speaks for the others.

import type { CloudFact } from '@acta/formats';
import { wishIn } from '@acta/policy';
import type { PreferenceRecord } from '../../records/platform.ts';

/** The record of the wish in a message of this person, which stands at `of`; undefined where it holds none. */
export function wishRecord(fact: CloudFact, said: Pick<PreferenceRecord, 'at' | 'person'>): WishRecordOf | undefined {
  if (fact.fact !== 'message' || fact.origin !== 'live' || fact.direction !== 'in') return undefined;
  if (fact.group !== undefined || said.person === 0) return undefined;
  const wish = wishIn(fact.text);
  if (wish === undefined) return undefined;
  const { category, value } = wish;
  return (of) => ({ at: said.at, category, kind: 'preference', of, person: said.person, raw: '', v: 1, value });
}

/** Makes the record when it is known where the message stands. */
type WishRecordOf = (of: number) => PreferenceRecord;
