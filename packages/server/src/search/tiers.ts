/**
 * Which segments to merge next, so that their number stays bounded: five large ones into one of the largest, ten of full size,
 * or nearly, into a large one, eight of the same smaller size into one run. It looks at sizes only and takes the smallest first, the oldest
 * of equals.
 */

import { FINAL_SEGMENT, FULL_SEGMENT, LARGE_SEGMENT, LARGEST_SEGMENT } from './segment-layout.ts';
import type { SegmentInfo } from './segment-store.ts';

/** Segments of fewer messages than this are of the tier; so many make a merge, of so many messages at most. */
const TIERS = [
  { below: 1024, merges: 8, most: FULL_SEGMENT },
  { below: 8192, merges: 8, most: FULL_SEGMENT },
  { below: FULL_SEGMENT / 2, merges: 8, most: FULL_SEGMENT },
  { below: LARGE_SEGMENT * 0.9, merges: 10, most: LARGE_SEGMENT },
  { below: FINAL_SEGMENT, merges: 5, most: LARGEST_SEGMENT },
] as const;

/** The segments of the next merge; none if all is well. */
export function chooseMerge(segments: readonly SegmentInfo[]): readonly SegmentInfo[] {
  let from = 0;
  for (const { below, merges, most } of TIERS) {
    const floor = from;
    const tier = segments.filter(({ messages }) => messages >= floor && messages < below);
    from = below;
    if (tier.length < merges) continue;
    const chosen = fitting(
      tier.sort((one, other) => one.messages - other.messages || one.firstSeq - other.firstSeq),
      most,
    );
    if (chosen.length > 1) return chosen;
  }
  return [];
}

/** As many of the first segments as come to no more messages than that. */
function fitting(tier: readonly SegmentInfo[], most: number): readonly SegmentInfo[] {
  let messages = 0;
  let count = 0;
  for (const segment of tier) {
    messages += segment.messages;
    if (messages > most) break;
    count++;
  }
  return tier.slice(0, count);
}
