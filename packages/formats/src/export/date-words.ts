/**
 * Words around the numbers of a header that are neither digits nor day periods: eras, units and small words between
 * date and time. Keys as {@link import('./day-periods.ts').periodKey} makes them.
 */

/** How a written year counts. `plain` also stands for years whose era can only be told from their size. */
export type Era = 'plain' | 'buddhist' | 'reiwa' | 'heisei' | 'minguo' | 'persian' | 'hijri';

const eras: ReadonlyMap<string, Era> = new Map<string, Era>([
  ...pairs('buddhist', 'be พศ ຄສ buddhistera'),
  ...pairs('reiwa', 'r 令和 令 reiwa'),
  ...pairs('heisei', 'h 平成 平 heisei'),
  ...pairs('minguo', '民國 民国 中華民國 roc minguo'),
  ...pairs('persian', 'ap هش هجریشمسی'),
  ...pairs('hijri', 'ah هـ ه هجری هجرية'),
  ...pairs('plain', 'ad ce คศ م ميلادية м'),
]);

/** Words that say nothing about the hour: between date and time, or after the time. */
const fillers: ReadonlySet<string> = new Set(
  `klo à a at um kl alle às as ás alas a.las a.la las la o ob u w om på op tại lúc ngày vào в об у на года г р год рік жылы ж
   óra orakor ore ora oras uhr h hs hrs hod godz ч год.  น นาฬิกา เวลา del dels ar. den dia pukul jam τις στις بتاريخ
   ساعت الساعة في בשעה ב в.   को बजे 時 时 분 초 に の kell kello orë saat plkst klukkan klukkan. kl. i u. v pk pkl m. gg ին`
    .split(/\s+/)
    .map((word) => word.replace(/\./g, '')),
);

function pairs(era: Era, words: string): [string, Era][] {
  return words.split(' ').map((word) => [word, era]);
}

/** The era a word names, if it names one. */
export function eraOf(key: string): Era | undefined {
  return eras.get(key);
}

/** Whether a word may stand in a header without a meaning for date or time. */
export function isFiller(key: string): boolean {
  return fillers.has(key);
}
