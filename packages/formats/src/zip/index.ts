// Zip archives of chat exports: what other parts may use.

export { isChatTextName, titleFromName } from './chat-name.ts';
export { type ChatText, type ChatTexts, chatTextsOf, type PlacedFile } from './chat-texts.ts';
export { openZip, type ZipArchive, type ZipFile } from './open-zip.ts';
export { accessBytes, type RandomAccess } from './random-access.ts';
export { looksLikeZip, type RefusedEntry } from './zip-directory.ts';
export { defaultZipLimits, type ZipLimits } from './zip-limits.ts';
