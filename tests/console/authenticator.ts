// A security key that lives in the browser and always finds its person.

import type { Page } from 'playwright-core';

/** Adds one to a page; `isVerified`: it asks who holds it. Resolves to what takes it away again. */
export async function withAuthenticator(page: Page, isVerified: boolean): Promise<() => Promise<void>> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: isVerified ? 'internal' : 'usb',
      hasResidentKey: true,
      hasUserVerification: isVerified,
      isUserVerified: isVerified,
      automaticPresenceSimulation: true,
    },
  });
  return async () => {
    await debug.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  };
}
