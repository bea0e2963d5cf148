// What seeded customers say, by language.
import type { Language } from '../world/person.ts';
import type { Talk } from './talk.ts';
import { talkEn } from './talk-en.ts';
import { talkEs } from './talk-es.ts';
import { talkZh } from './talk-zh.ts';

export const talks: Readonly<Record<Language, Talk>> = { es: talkEs, zh: talkZh, en: talkEn };
