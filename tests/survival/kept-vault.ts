// The vault that is hurt: with every kind of file a vault has, logs that no checkpoint has emptied included; as it is today and as it
// was yesterday; and what it answers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLES } from '../../packages/server/src/cli/run-here.test-support.ts';
import { type Answers, answersOf } from './answers.ts';
import { madeChat } from './chats.ts';
import { Failed, type Place } from './place.ts';
import type { SurvivalRun } from './survival-run.ts';

export interface KeptVault {
  readonly today: Place;
  readonly yesterday: Place;
  readonly answers: Answers;
  readonly words: readonly string[];
  /** An export that was taken in today. */
  readonly file: string;
  readonly recoveryCode: string;
  /** A picture: its place in the ledger, its bytes. */
  readonly media: { readonly seq: string; readonly bytes: Uint8Array };
}

const POINTS = fileURLToPath(new URL('./strike/named-points.ts', import.meta.url));
const CODE = /(?:[0-9A-Z]{4,}-){3,}[0-9A-Z]+/;

/** Makes it. The last import is killed right after it was acknowledged, so that the databases' logs stay. */
export async function keptVault(run: SurvivalRun): Promise<KeptVault> {
  const place = run.place();
  const group = madeChat({ seed: run.seed, title: 'Zhandrokul', messages: 290, authors: 5 });
  const other = madeChat({ seed: run.seed, title: 'Otrovika', messages: 60, authors: 2 });
  await place.must('import', place.file(group.name, group.text));
  await place.must('import', join(SAMPLES, 'WhatsApp Chat - Nora Walsh.zip'), '--me', 'Café Aurora');
  const shown = await place.do('key', 'code');
  const [recoveryCode] = CODE.exec(shown.err) ?? [];
  if (recoveryCode === undefined) throw new Failed('no recovery code was shown');
  const words = [group.words[3], group.words[100], group.words[270], other.words[5], 'thursday'].map(String);
  await answersOf(place, words);
  const yesterday = place.copyTo(run.place().dir);
  const file = place.file(other.name, other.text);
  const env = { STRIKE_POINT: 'acknowledged', NODE_OPTIONS: `--import=${POINTS}` };
  const struck = await place.spawn(['import', file, '--json'], { env });
  if (struck.code !== -1 || struck.out === '') throw new Failed('the import was not killed after its answer');
  const answers = await answersOf(place.copyTo(run.place().dir), words);
  return {
    today: place,
    yesterday,
    answers,
    words,
    file,
    recoveryCode,
    media: await pictureOf(place.copyTo(run.place().dir)),
  };
}

async function pictureOf(place: Place): Promise<KeptVault['media']> {
  const shown = await place.must('show', 'Nora Walsh');
  const picture = shown.find(({ media }) => String(JSON.stringify(media)).includes('"present"'));
  const seq = String(picture?.['seq']);
  const out = join(place.dir, 'picture');
  await place.must('media', seq, '--out', out);
  return { seq, bytes: readFileSync(out) };
}
