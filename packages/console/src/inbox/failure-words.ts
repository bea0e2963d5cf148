// Why a message did not reach the other side, in words, by the platform's code or the rule that refused it.

import type { Key } from '../words/language.ts';

const BY_CODE: Readonly<Record<number, Key>> = {
  131026: 'inbox.failed-no-whatsapp',
  131047: 'inbox.failed-window',
  131049: 'inbox.failed-marketing-limit',
  131050: 'inbox.failed-stopped',
  131051: 'inbox.failed-type',
  131052: 'inbox.failed-media',
  131053: 'inbox.failed-media',
  131056: 'inbox.failed-too-fast',
  130429: 'inbox.failed-too-fast',
  131042: 'inbox.failed-payment',
};

export function failureWords(code: number | undefined): Key {
  return (code === undefined ? undefined : BY_CODE[code]) ?? 'inbox.failed-other';
}
