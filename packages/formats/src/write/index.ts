// Writers of conversations: what other parts may use.

export { type AndroidShape, provableAndroidShape, writeAndroidText } from './android-text.ts';
export { type HtmlOptions, writeHtml } from './html.ts';
export { type IosShape, provableIosShape, writeIosText } from './ios-text.ts';
export { writeJsonLines } from './json-lines.ts';
export { safeFileName } from './safe-file-name.ts';
export { lossOf, type TextLoss } from './text-content.ts';
export type { DayPeriods, TextShape } from './text-shape.ts';
export { type TextWords, textWords, type WriterLanguage } from './text-words.ts';
export type {
  WrittenLocation,
  WrittenMedia,
  WrittenMessage,
  WrittenMessages,
  WrittenPoll,
  WrittenReaction,
  WrittenReply,
  WrittenState,
  WrittenVersion,
} from './written-message.ts';
