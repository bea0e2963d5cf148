// The twelve kinds of numbers that no outgoing text should hold in full: how each is checked, how people write it, and how sure its
// check makes one. Bare digits are easily a telephone or an order, so where chance passes a check often, only a usual way of writing
// or a word beside it makes a refusal.

import { isCnpj, isCpf } from './brazilian-numbers.ts';
import { isCardNumber } from './card-number.ts';
import { wordPattern } from './context-words.ts';
import { isAadhaar, isIndianPan } from './indian-numbers.ts';
import { isClabe, isCurp, isNss, isRfc } from './mexican-numbers.ts';
import { ibanLengthsInUse, isIban, isResidentId, isSsn } from './other-numbers.ts';

export type Confidence = 'high' | 'low';

export interface NumberRule {
  readonly id: string;
  readonly lengths: ReadonlySet<number>;
  /** Decides on the compact number in upper case, of one of the lengths. */
  readonly isValid: (compact: string) => boolean;
  /** Lengths of its groups as people write them: `4-4-4-4`. */
  readonly forms?: readonly string[];
  /** How sure an unbroken number is without a word beside it; absent: not at all. */
  readonly bare?: Confidence;
  /** The same for a number in groups that nobody uses. */
  readonly odd?: Confidence;
  readonly words: RegExp;
}

const of = (...lengths: number[]): ReadonlySet<number> => new Set(lengths);

const card = {
  id: 'acta/lint/card-pan',
  isValid: isCardNumber,
  odd: 'low',
  words: wordPattern(
    'card, cards, credit, debit, visa, mastercard, amex, maestro, rupay, cvv, tarjeta, credito, debito, plastico, cartao, 卡号, 信用卡, 银行卡, 储蓄卡, 借记卡, 信用卡號, कार्ड, क्रेडिट, डेबिट',
  ),
} as const;

/** Those of digits alone. */
export const digitRules: readonly NumberRule[] = [
  {
    ...card,
    lengths: of(14, 15, 16),
    forms: ['4-4-4-4', '4-6-5', '4-6-4', '8-8', '4-4-8', '4-12', '12-4'],
    bare: 'high',
  },
  // Lengths that orders and ids have more often than cards.
  { ...card, lengths: of(12, 13, 17, 18, 19), forms: ['4-4-4-4-3', '6-13'], bare: 'low' },
  {
    id: 'acta/lint/mx-clabe',
    lengths: of(18),
    isValid: isClabe,
    forms: ['3-3-11-1', '3-3-12', '4-4-4-4-2', '3-3-3-3-3-3', '6-6-6'],
    bare: 'low',
    words: wordPattern(
      'clabe, interbancaria, spei, cuenta, transferencia, deposito, account, transfer, bank, conta, banco, 账号, 账户, 银行, खाता, बैंक',
    ),
  },
  {
    id: 'acta/lint/br-cpf',
    lengths: of(11),
    isValid: isCpf,
    forms: ['3-3-3-2', '9-2'],
    bare: 'low',
    words: wordPattern('cpf, cadastro de pessoa, cadastro de pessoas, contribuinte, taxpayer, 税号, सीपीएफ'),
  },
  {
    id: 'acta/lint/mx-nss',
    lengths: of(11),
    isValid: isNss,
    forms: ['2-2-2-4-1'],
    bare: 'low',
    words: wordPattern(
      'nss, imss, seguro social, seguridad social, social security, seguridade social, previdencia social, 社保, 社会保险, सामाजिक सुरक्षा',
    ),
  },
  {
    id: 'acta/lint/in-aadhaar',
    lengths: of(12),
    isValid: isAadhaar,
    forms: ['4-4-4'],
    bare: 'low',
    words: wordPattern('aadhaar, aadhar, adhaar, adhar, uid, uidai, आधार, यूआईडी, 阿达尔, 印度身份'),
  },
  {
    id: 'acta/lint/us-ssn',
    lengths: of(9),
    isValid: isSsn,
    forms: ['3-2-4'],
    words: wordPattern(
      'ssn, social security, social sec, seguro social, seguridad social, seguranca social, 社会安全号, 社会安全号码, 社安号, सामाजिक सुरक्षा',
    ),
  },
];

/** Those that may hold letters. */
export const mixedRules: readonly NumberRule[] = [
  {
    id: 'acta/lint/mx-curp',
    lengths: of(18),
    isValid: isCurp,
    bare: 'high',
    odd: 'high',
    words: wordPattern('curp, clave unica'),
  },
  {
    id: 'acta/lint/mx-rfc',
    lengths: of(12, 13),
    isValid: isRfc,
    bare: 'high',
    odd: 'high',
    words: wordPattern('rfc, contribuyente, contribuyentes'),
  },
  {
    id: 'acta/lint/cn-ric',
    lengths: of(18),
    isValid: isResidentId,
    forms: ['6-8-4', '6-4-4-4'],
    bare: 'high',
    odd: 'low',
    words: wordPattern('identity, id card, resident id, identidad, identidade, 身份证, 身份證, 证件, 證件, पहचान'),
  },
  {
    id: 'acta/lint/iban',
    lengths: ibanLengthsInUse,
    isValid: isIban,
    bare: 'high',
    odd: 'high',
    words: wordPattern('iban, account, cuenta, conta, 账号, खाता'),
  },
  {
    id: 'acta/lint/br-cnpj',
    lengths: of(14),
    isValid: isCnpj,
    forms: ['2-3-3-4-2', '8-4-2', '8-6', '12-2'],
    bare: 'low',
    words: wordPattern('cnpj, cadastro nacional, pessoa juridica, सीएनपीजे'),
  },
  {
    id: 'acta/lint/in-pan',
    lengths: of(10),
    isValid: isIndianPan,
    bare: 'low',
    words: wordPattern('pan, pan card, pan no, pan number, permanent account, income tax, पैन, पैन कार्ड, 税号'),
  },
];
