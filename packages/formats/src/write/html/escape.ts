// Hostile text made safe for HTML, in element content and in quoted attributes alike. Everything that is written into a
// page passes through here.

const special = /[&<>"'`]|[\p{Cc}\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '\n': '\n',
  '\t': '\t',
};

/** Text for content or for a quoted attribute. Control characters become visible signs (U+2400 and up, U+FFFD). */
export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(special, (character) => entities[character] ?? visible(character));
}

const firstControlPicture = 0x2400;

function visible(control: string): string {
  const code = control.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(firstControlPicture + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}

const direction = /[\u202d\u202e]/g;
const lineEnds = /[\n\t\p{Zl}\p{Zp}]+/gu;

/** A name on one line, in which nothing may turn the direction of what follows: a file `exe.jpg` stays one. */
export function escapeName(name: string): string {
  return escapeHtml(name.replace(lineEnds, ' ').replace(direction, '\ufffd'));
}

/**
 * A relative address for `href` or `src`, each segment percent-encoded: no scheme, host, query or parent can come of it.
 * Undefined if the path is absolute, empty or climbs.
 */
export function escapePath(path: string): string | undefined {
  const segments = path.toWellFormed().split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return undefined;
  return escapeHtml(segments.map(encodeURIComponent).join('/'));
}

/** Text as a paragraph that finds its own direction; nothing for no text. */
export function textHtml(text: string): string {
  return text === '' ? '' : `<p class="t" dir="auto">${escapeHtml(text)}</p>`;
}
