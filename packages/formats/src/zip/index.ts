// Zip archives of chat exports: what other parts may use.

export { isChatTextName, titleFromName } from './chat-name.ts';
export { type ChatText, type ChatTexts, chatTextsOf, type PlacedFile } from './chat-texts.ts';
export { looksLikeZip, openZip, type RefusedEntry, type ZipArchive, type ZipFile } from './open-zip.ts';
export { accessBytes, type RandomAccess } from './random-access.ts';
export { defaultZipLimits, type ZipLimits } from './zip-limits.ts';
