/** Lines about calls: `Missed voice call`, `Voice call. 2 min`, `Video call, No answer`. */
import type { CallFact } from './entry.ts';
import { phraseKey } from './phrase-key.ts';
import { missedVideo, missedVoice, videoCall, voiceCall } from './phrases-call.ts';
import { withoutMarks } from './shadow.ts';

const headEnd = /[,.،。，、](?:\s|$)/;
const aDigit = /\d/;

/**
 * Reads a line as one about a call, or undefined. Words that a person may write (`Video call`) count only where the app
 * marked the line.
 */
export function callOf(line: string, marked: boolean): CallFact | undefined {
  const whole = phraseKey(line);
  if (missedVoice.has(whole)) return { medium: 'voice', outcome: 'missed' };
  if (missedVideo.has(whole)) return { medium: 'video', outcome: 'missed' };
  if (!marked) return undefined;
  const plain = withoutMarks(line);
  const stop = plain.search(headEnd);
  const head = phraseKey(stop < 0 ? plain : plain.slice(0, stop));
  const tail = stop < 0 ? '' : plain.slice(stop + 1).trim();
  const missed = missedVoice.has(head) || missedVideo.has(head);
  const medium =
    missedVoice.has(head) || voiceCall.has(head)
      ? 'voice'
      : missedVideo.has(head) || videoCall.has(head)
        ? 'video'
        : undefined;
  if (medium === undefined) return undefined;
  if (missed) return { medium, outcome: 'missed' };
  return aDigit.test(tail) && tail.length <= 30
    ? { medium, outcome: 'other', duration: tail }
    : { medium, outcome: 'other' };
}
