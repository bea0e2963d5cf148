// A name for a media file beside an export that every file system takes and no shell or browser runs by accident. The
// original name stays in the export's text; this one only has to be found again.

const longestBytes = 200;
const encoder = new TextEncoder();

const unsafeCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*%#]/gu;
const edges = /^[\s.~-]+|[\s.]+$/gu;
const reservedStem = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?=\.|$)/iu;
const runnable =
  /\.(?:html?|xhtml?|xht|shtml|mht|mhtml|svgz?|hta|js|jse|mjs|cjs|vbs?|vbe|ws[fhc]|bat|cmd|com|exe|scr|pif|cpl|msi|msp|ps[12]?1?|psm1|lnk|url|scf|inf|reg|jar|app|command|sh|desktop|webloc|apk|dll|sys|appx|msix|chm|hlp|iso|img|vhdx?)$/iu;

/**
 * The name to use, unique in `taken` (compared without case, in NFC) and added to it: no slashes, control or direction
 * characters, leading dots or device names; at most 200 bytes of UTF-8. What would run or script gets `.txt` behind.
 */
export function safeFileName(name: string, taken: Set<string>): string {
  const plain = withoutDanger(name);
  const named = (copy: number): string => fitted(plain, copy === 1 ? '' : ` (${copy})`);
  const isTaken = (copy: number): boolean => taken.has(named(copy).toLowerCase());
  const chosen = named(firstFree(isTaken));
  taken.add(chosen.toLowerCase());
  return chosen;
}

/** The first free number from 1, in few steps where numbers are taken without gaps; else some free number. */
function firstFree(isTaken: (number: number) => boolean): number {
  let free = 1;
  while (isTaken(free)) free *= 2;
  let below = Math.floor(free / 2);
  while (free - below > 1) {
    const middle = Math.floor((free + below) / 2);
    if (isTaken(middle)) below = middle;
    else free = middle;
  }
  return free;
}

function withoutDanger(name: string): string {
  const cleaned = name.toWellFormed().normalize('NFC').replace(unsafeCharacter, '_').replace(edges, '');
  const named = cleaned === '' ? 'file' : reservedStem.test(cleaned) ? `_${cleaned}` : cleaned;
  return runnable.test(named) ? `${named}.txt` : named;
}

const longestExtension = 16;

/** Stem cut to length on whole characters, then the copy's mark, then the extension. */
function fitted(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  const hasExtension = dot > 0 && name.length - dot <= longestExtension;
  const extension = hasExtension ? name.slice(dot) : '';
  const room = longestBytes - encoder.encode(mark + extension).length;
  return `${cutToBytes(hasExtension ? name.slice(0, dot) : name, room)}${mark}${extension}`;
}

const longestCharacterBytes = 3;

function cutToBytes(text: string, room: number): string {
  if (text.length * longestCharacterBytes <= room) return text;
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += encoder.encode(character).length;
    if (used > room) break;
    end += character.length;
  }
  return end === text.length ? text : text.slice(0, end).trimEnd();
}
