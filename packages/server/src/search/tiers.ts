/**
 * Which segments to merge next, so that their number stays bounded: ten of full size into one, eight of the same smaller size into
 * one. It looks at sizes only and takes the smallest first, the oldest of equals.
 */

import { FINAL_SEGMENT, FULL_SEGMENT, LARGEST_SEGMENT } from './segment-layout.ts';
import type { SegmentInfo } from './segment-store.ts';

/** Segments of fewer messages than this are of the tier; so many make a merge. */
const TIERS = [
  { below: 1024, merges: 8 },
  { below: 8192, merges: 8 },
  { below: FULL_SEGMENT, merges: 8 },
  { below: FINAL_SEGMENT, merges: 10 },
] as const;

/** The segments of the next merge; none if all is well. */
export function chooseMerge(segments: readonly SegmentInfo[]): readonly SegmentInfo[] {
  let from = 0;
  for (const { below, merges } of TIERS) {
    const floor = from;
    const tier = segments.filter(({ messages }) => messages >= floor && messages < below);
    from = below;
    if (tier.length < merges) continue;
    const chosen = fitting(tier.sort((one, other) => one.messages - other.messages || one.firstSeq - other.firstSeq));
    if (chosen.length > 1) return chosen;
  }
  return [];
}

/** As many of the first segments as one segment can hold. */
function fitting(tier: readonly SegmentInfo[]): readonly SegmentInfo[] {
  let messages = 0;
  let count = 0;
  for (const segment of tier) {
    messages += segment.messages;
    if (messages > LARGEST_SEGMENT) break;
    count++;
  }
  return tier.slice(0, count);
}
