/** The time of a header: hour, minute, perhaps seconds, with colons, dots or units between them. */

import { padding } from './header-shape.ts';
import { COLON, DOT, type HeaderText, isDigit, isWordCode } from './header-text.ts';

const minuteUnits: ReadonlySet<string> = new Set(['分', '분', 'min', 'm', 'phút', 'นาที']);
const secondUnits: ReadonlySet<string> = new Set(['秒', '초', 's', 'sec', 'giây', 'วินาที']);

export class TimeFields {
  /** 0–24 as written. */
  hour = 0;
  minute = 0;
  /** -1 when there are none. */
  seconds = -1;
  /** 0 colon, 1 dot, 2 units. */
  mark = 0;
  hourPad = 0;

  read(text: HeaderText): boolean {
    this.seconds = -1;
    if (!text.number(2)) return false;
    const hour = text.value;
    this.hourPad = padding(text.width, hour);
    let at = text.at;
    while (text.codes[at] === 32) at++;
    const mark = timeMark(text.codes[at] ?? 0);
    if (mark < 0 || (mark < 2 && at > text.at)) return false;
    this.mark = mark;
    text.at = at + 1;
    if (mark === 2) text.skipSpaces();
    if (!text.number(2)) return false;
    this.minute = text.value;
    this.hour = hour;
    if (hour > 24 || this.minute > 59) return false;
    if (mark === 2) {
      this.#units(text);
      return true;
    }
    return this.#seconds(text);
  }

  #seconds(text: HeaderText): boolean {
    const code = text.code;
    if ((code === COLON || code === DOT) && isDigit(text.codes[text.at + 1] ?? 0)) {
      text.at++;
      if (!text.number(2) || text.value > 60) return false;
      this.seconds = Math.min(text.value, 59);
    }
    return !isDigit(text.code);
  }

  /** `21 h 41 min 35 s`, `9時41分35秒`, `9시 41분 35초`: units after minutes and seconds, all optional. */
  #units(text: HeaderText): void {
    const back = text.at;
    text.skipSpaces();
    if (!isWordCode(text.code) || !minuteUnits.has(text.letters().key)) {
      text.at = back;
      return;
    }
    const afterMinutes = text.at;
    text.skipSpaces();
    if (!isDigit(text.code) || !text.number(2) || text.value > 60) {
      text.at = afterMinutes;
      return;
    }
    this.seconds = Math.min(text.value, 59);
    text.skipSpaces();
    const beforeUnit = text.at;
    if (isWordCode(text.code) && !secondUnits.has(text.letters().key)) text.at = beforeUnit;
  }
}

function timeMark(code: number): number {
  if (code === COLON) return 0;
  if (code === DOT) return 1;
  // h H 時 时 點 点 시
  if (
    code === 104 ||
    code === 72 ||
    code === 0x6642 ||
    code === 0x65f6 ||
    code === 0x9ede ||
    code === 0x70b9 ||
    code === 0xc2dc
  )
    return 2;
  return -1;
}
