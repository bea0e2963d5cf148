// Every refusal as a sentence for who wrote: what happened, by which rule, and that the text is kept. Nothing that the server says in
// codes is shown raw.

import type { ApiProblem } from '../api/client.ts';
import type { Key } from '../words/language.ts';
import { useWords } from '../words/words.tsx';

export interface Refusal {
  readonly why: string;
  /** The rule's own name, for whoever looks after the rules. */
  readonly rule?: string | undefined;
  /** It goes out if somebody says why. */
  readonly mayOverride: boolean;
}

const BY_REASON: Readonly<Record<string, Key>> = {
  'stopped-by-error': 'conversation.refused-halted',
  'no-recipient': 'conversation.refused-recipient',
  'asked-to-stop': 'conversation.refused-opted-out',
  'stopped-marketing': 'conversation.refused-marketing',
  'no-consent': 'conversation.refused-consent',
  'marketing-paused-in-country': 'conversation.refused-country',
  'needs-phone-number': 'conversation.refused-number',
  'campaign-paused': 'conversation.refused-campaign',
  'template-paused': 'conversation.refused-template-paused',
  'template-disabled': 'conversation.refused-template-disabled',
  'template-rejected': 'conversation.refused-template-rejected',
  'template-pending': 'conversation.refused-template-pending',
  'window-closed': 'conversation.refused-window',
  'no-channel': 'conversation.refused-channel',
};

const BY_KIND: Readonly<Record<string, Key>> = {
  'media-type-unknown': 'conversation.refused-file-type',
  'body-too-large': 'conversation.refused-file-size',
  'file-differs': 'conversation.refused-file-differs',
  'limit-reached': 'conversation.refused-full',
  'message-invalid': 'conversation.refused-invalid',
  'request-invalid': 'conversation.refused-invalid',
  'not-configured': 'conversation.refused-sending',
  'not-yours': 'conversation.refused-yours',
  'role-missing': 'conversation.refused-role',
  'scope-missing': 'conversation.refused-role',
};

const BY_LINT: Readonly<Record<string, Key>> = {
  'acta/lint/card-pan': 'conversation.lint-card',
  'acta/lint/mx-clabe': 'conversation.lint-clabe',
  'acta/lint/iban': 'conversation.lint-iban',
  'acta/lint/mx-curp': 'conversation.lint-curp',
  'acta/lint/mx-rfc': 'conversation.lint-rfc',
  'acta/lint/mx-nss': 'conversation.lint-nss',
  'acta/lint/us-ssn': 'conversation.lint-ssn',
  'acta/lint/br-cpf': 'conversation.lint-cpf',
  'acta/lint/br-cnpj': 'conversation.lint-cnpj',
  'acta/lint/in-aadhaar': 'conversation.lint-aadhaar',
  'acta/lint/in-pan': 'conversation.lint-pan',
  'acta/lint/cn-ric': 'conversation.lint-resident',
};

/** Explains a problem; `name` is the other side's. */
export function useRefusal(): (problem: ApiProblem, name: string) => Refusal {
  const t = useWords();
  return ({ kind, members }, name) => {
    if (kind === 'lint-refused') {
      const rule = firstText(members['findings'], 'rule');
      const what = t(BY_LINT[rule ?? ''] ?? 'conversation.lint-other');
      return { why: t('conversation.lint', { what }), rule, mayOverride: true };
    }
    if (kind === 'refused-by-policy') {
      const key = BY_REASON[String(members['reason'])] ?? 'conversation.refused-other';
      const rule = typeof members['rule'] === 'string' ? members['rule'] : undefined;
      return { why: t(key, { name }), rule, mayOverride: false };
    }
    const [limit, count] = [firstNumber(members['faults'], 'limit'), firstNumber(members['faults'], 'count')];
    if (kind === 'message-invalid' && limit !== undefined && count !== undefined)
      return { why: t('conversation.refused-long', { limit, count }), mayOverride: false };
    return { why: t(BY_KIND[kind] ?? 'conversation.could-not'), mayOverride: false };
  };
}

function firstOf(list: unknown, member: string): unknown {
  const [first]: readonly unknown[] = Array.isArray(list) ? list : [];
  return typeof first === 'object' && first !== null
    ? Object.entries(first).find(([name]) => name === member)?.[1]
    : undefined;
}

function firstText(list: unknown, member: string): string | undefined {
  const found = firstOf(list, member);
  return typeof found === 'string' ? found : undefined;
}

function firstNumber(list: unknown, member: string): number | undefined {
  const found = firstOf(list, member);
  return typeof found === 'number' ? found : undefined;
}
