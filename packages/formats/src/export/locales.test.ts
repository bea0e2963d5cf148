import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './text-source.ts';

const locales =
  `af am ar ar-EG ar-MA ar-SA as az be bg bn bs ca cs cy da de de-AT el en en-AU en-CA en-GB en-IE en-IN en-ZA en-NZ es
  es-AR es-CL es-CO es-MX es-PE es-US et eu fa fi fil fr fr-CA fr-CH ga gl gu ha he hi hr hu hy id ig is it it-CH ja jv ka kk km kn
  ko ky lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nl-BE no or pa pl ps pt pt-PT ro ru rw si sk sl so sq sr sr-Latn sv sv-FI sw
  ta te tg th ti tk to tr tt ug uk ur uz vi xh yo yue zh zh-HK zh-TW zh-SG zu`.split(/\s+/);

/** Sixty messages over some weeks, minutes and seconds varied. */
const times: number[] = [];
for (let i = 0, at = Date.UTC(2022, 2, 1, 0, 5, 7); i < 60; i++) {
  at += (((i * 7919) % 23) + 1) * 3_600_000 + ((i * 31) % 60) * 60_000 + ((i * 17) % 60) * 1000;
  times.push(at);
}

async function check(locale: string, style: 'android' | 'ios', hour12: boolean | undefined): Promise<void> {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: style === 'ios' ? 'medium' : 'short',
    timeZone: 'UTC',
    ...(hour12 === undefined ? {} : { hour12 }),
  });
  const lines = times.map((at, i) =>
    style === 'ios' ? `[${format.format(at)}] Ana: ${i}\r\n` : `${format.format(at)} - Ana: ${i}\n`,
  );
  const { inspection, timed } = await readText(lines.join(''));
  const unit = style === 'ios' ? 1000 : 60_000;
  assert.deepEqual(
    timed.map((entry) => entry.atSeconds * 1000),
    times.map((at) => Math.floor(at / unit) * unit),
    `${locale} ${style} ${hour12}: ${lines[0]}`,
  );
  assert.equal(inspection.ambiguous, false);
}

for (const style of ['android', 'ios'] as const) {
  for (const hour12 of [undefined, true, false]) {
    test(`${style} headers as ${locales.length} locales write them (hour12 ${hour12}) give the right times`, async () => {
      for (const locale of locales) await check(locale, style, hour12);
    });
  }
}
