/** Shared places: a map link at the end of the message, with a label or a place's name before it. */
import type { LocationFact } from './entry.ts';
import { withoutMarks } from './shadow.ts';

const mapLink = /https?:\/\/maps\.(?:google\.com|apple\.com|app\.goo\.gl)\/\S*$/;
const coordinates = /[?&](?:q|ll|daddr)=(-?\d{1,3}(?:\.\d+)?)(?:,|%2C)(-?\d{1,3}(?:\.\d+)?)/i;
const venueLink = /https?:\/\/(?:www\.)?foursquare\.com\/v\/\S+$/;

const labelEnd = /[:：]$/;

/** Reads a message as a shared place, or undefined. `marked`: the app's mark stands in front. */
export function locationOf(text: string, marked: boolean): LocationFact | undefined {
  if (text.length > 2000) return undefined;
  const plain = withoutMarks(text).trimEnd();
  const link = mapLink.exec(plain) ?? venueLink.exec(plain);
  if (link === null) return undefined;
  const before = plain.slice(0, link.index).trimEnd();
  const labelled = before === '' || labelEnd.test(before);
  if (!labelled && !marked) return undefined;
  const url = link[0];
  const place = coordinates.exec(url);
  if (place === null && !venueLink.test(url)) return undefined;
  const lines = before.replace(labelEnd, '').split('\n');
  // Android closes with a label line of one word; what stands before it is the place.
  const name = (lines.length > 1 ? lines.slice(0, -1) : venueLink.test(url) || lines[0]?.includes(' ') ? lines : [])
    .join('\n')
    .trim();
  return {
    ...(place === null ? {} : { latitude: place[1] ?? '', longitude: place[2] ?? '' }),
    ...(name === '' ? {} : { name }),
    url,
  };
}
