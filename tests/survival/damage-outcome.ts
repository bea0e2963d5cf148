// What a vault that was hurt does: whether it says so, mends itself or answers as if nothing were; and whether any answer is wrong.

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { badManners } from './aftermath.ts';
import { type Answers, answersOf, differenceOf } from './answers.ts';
import type { KeptVault } from './kept-vault.ts';
import { type Answer, linesOf, type Place } from './place.ts';

export interface Outcome {
  /** In a word or two. */
  readonly outcome: string;
  readonly found: readonly string[];
}

/** Asks the vault all it can be asked, in the order in which a person would meet the damage. */
export async function outcomeAfter(place: Place, kept: KeptVault, what: string): Promise<Outcome> {
  const found: string[] = [];
  const said: Answer[] = [];
  const told = async (...typed: readonly string[]): Promise<Answer> => {
    const answer = await place.do(...typed, '--json');
    const manners = badManners(answer);
    if (manners !== undefined) found.push(`${typed[0]}: ${manners}`);
    said.push(answer);
    return answer;
  };
  const verdict = await told('verify', '--deep');
  if (verdict.code === 10 || verdict.code === 11) expectNamed(verdict, found);
  if (verdict.code === 0 && what.includes('objects/')) found.push('not found by verify --deep');
  const answered = await told('chats');
  if (answered.code === 0) await expectRight(place, kept, found, said);
  await expectPicture(place, kept, told, found);
  if (what.includes('recovery')) await expectRecovery(place, kept, told);
  const imported = await told('import', kept.file);
  if (imported.code === 0) await expectRight(place, kept, found, said);
  const last = await told('verify', '--deep');
  if (verdict.code === 0 && last.code !== 0) found.push(`intact at first, then ${last.code}: ${last.out}${last.err}`);
  return { outcome: outcomeOf(verdict, last, said), found };
}

/** Records or files are named. */
function expectNamed({ out }: Answer, found: string[]): void {
  const [report = {}] = linesOf(out);
  const named = ['missing', 'altered'].flatMap((name) => (Array.isArray(report[name]) ? report[name] : []));
  if (named.length === 0) found.push(`verify says ${report['verdict']} and names nothing`);
}

/** Every answer is the right one, or an error with a sentence. */
async function expectRight(
  place: Place,
  { answers, words }: KeptVault,
  found: string[],
  said: Answer[],
): Promise<void> {
  const seen = await place.answering(() => answersOf(place, words));
  if ('answer' in seen) {
    const manners = badManners(seen.answer);
    if (manners !== undefined) found.push(`asking: ${manners}`);
    said.push(seen.answer);
    return;
  }
  const wrong = differenceOf(answers, seen.value satisfies Answers);
  if (wrong !== undefined) found.push(`WRONG ANSWER: ${wrong}`);
}

type Told = (...typed: readonly string[]) => Promise<Answer>;

async function expectPicture(place: Place, { media }: KeptVault, told: Told, found: string[]): Promise<void> {
  const out = join(place.dir, 'picture');
  rmSync(out, { force: true });
  const { code } = await told('media', media.seq, '--out', out);
  if (code === 0 && !readFileSync(out).equals(media.bytes)) found.push('WRONG ANSWER: another picture');
}

/** Only who loses the key meets a damaged recovery file: it is tried. */
async function expectRecovery(place: Place, { recoveryCode }: KeptVault, told: Told): Promise<void> {
  const code = place.file('code', recoveryCode);
  await told('key', 'recover', '--code-file', code);
}

function outcomeOf(verdict: Answer, last: Answer, said: readonly Answer[]): string {
  if (verdict.code === 10) return 'incomplete, records named';
  if (verdict.code === 11) return 'altered, records named';
  if (verdict.code === 12) return `refused: ${sentence(verdict)}`;
  const refusal = said.find(({ code }) => code !== 0);
  if (refusal !== undefined) return `${last.code === 0 ? 'intact, but' : ''} refused: ${sentence(refusal)}`;
  return 'mended or without effect';
}

const sentence = ({ err, out }: Answer): string =>
  `“${(err.trim() || out.trim())
    .split('\n')[0]
    ?.replaceAll(/\S*\/\S*|\d+|[0-9a-f]{32}\S*/g, '…')
    .slice(0, 70)}”`;
