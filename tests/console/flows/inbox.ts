// The way into a conversation that several flows take.

import type { Visit } from '../house.ts';

/** The part that every list of the inbox shows: open conversations of everybody. */
export const INBOX = '/inbox?tab=all';

/** Opens the conversation with somebody from the list, where it stands or is about to. */
export async function openWith({ page }: Visit, name: string): Promise<void> {
  await page.locator('a[data-row]', { hasText: name }).click();
  await page.getByRole('article').first().waitFor();
}
