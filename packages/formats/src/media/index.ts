// Media files by their bytes: what other parts may use.

export { mediaTypeOfBytes, TELLING_BYTES } from './media-type.ts';
export { durationMsOf } from './sound-length.ts';
