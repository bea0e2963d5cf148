// The first start and signing in, by hand in a real browser and in every language: an application of codes or a passkey, the check of
// the recovery code, a first chat; a wrong code, a second sign-in, an invitation.

import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type ActaServer, startActa } from './acta-server.ts';
import { startBrowser } from './chromium.ts';
import { invited, languages, signingIn, withCodes, withPasskey } from './flows/first-start.ts';
import { devicesOf, named, sayNotRun } from './forms.ts';
import { DESK, type Device, PHONE } from './watched.ts';

sayNotRun('set-up and signing in in each language at both widths (each is walked once, in one of them)');

let browser: Browser;

before(async () => {
  browser = await startBrowser();
});

after(() => browser.close());

for (const device of devicesOf(0)) {
  test(`an owner with an application of codes (${named(device)})`, async (t) => {
    const acta = await startActa({ isDemo: false });
    t.after(acta.stop);
    const begun = { acta, browser, device };
    const codes = await withCodes(begun);
    const other = { ...begun, device: otherWidth(device) };
    await t.test('a wrong code is refused in words; the right one signs in, and leads where one wanted to go', () =>
      signingIn(other, codes),
    );
    await t.test('the pages before signing in speak the language that is chosen, and remember it', () =>
      languages(begun),
    );
    await t.test('somebody invited takes a passkey, which signs in alone', () => invited(other, codes));
  });
}

for (const device of devicesOf(1)) {
  test(`an owner with a passkey (${named(device)})`, async (t) => {
    const acta: ActaServer = await startActa({ isDemo: false });
    t.after(acta.stop);
    await withPasskey({ acta, browser, device });
  });
}

function otherWidth(device: Device): Device {
  return { ...device, size: device.size === PHONE ? DESK : PHONE };
}
