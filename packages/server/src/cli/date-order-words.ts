// The date order of an export and what proves it, in a person's words. A token without words of its own stands as it is.

import type { ExportReport } from '@acta/formats';
import { isSentence, type Sentences } from './sentences/index.ts';

/** How the dates read, and why. */
export function describeOrder(
  say: Sentences,
  report: Pick<ExportReport, 'dateOrder' | 'dateOrderBasis'>,
): { readonly order: string; readonly basis: string } {
  const word = (kind: 'order' | 'basis', token: string): string => {
    const key = `${kind}.${token}`;
    return isSentence(key) ? say(key) : token;
  };
  const tokens = report.dateOrderBasis.split(BETWEEN).filter((token) => token !== '');
  return { order: word('order', report.dateOrder), basis: tokens.map((token) => word('basis', token)).join('; ') };
}

const BETWEEN = /[\s,+;]+/u;
