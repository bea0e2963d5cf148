// A person's name is changed twice and rolled back: every version stays, with who made it.

import type { Flow, House } from '../house.ts';
import { act, phoneOf } from '../phones.ts';
import { expectAccessible, until } from '../watched.ts';

export const rolledBack: Flow = {
  title: 'a person’s name is changed, changed again and rolled back; every version stays',
  walk: async (house) => {
    const phone = await phoneOf(house.acta, 'Daniela', '5218112345673');
    await act(house.acta, phone, { act: 'text', body: 'Hola' });
    const id = await personNamed(house, 'Daniela');
    const { context, isClean, page } = await house.asOwner();
    await page.goto(`/people/${id}`);
    for (const name of ['Daniela Prieto', 'Daniela Prieto Luna']) {
      await page.getByRole('button', { name: 'Change Name' }).click();
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }
    await expectAccessible(page, 'a person whose name was changed');
    await page.getByRole('button', { name: 'Roll back Name to version 1' }).click();
    await until(page, `document.querySelector('h1').textContent === 'Daniela Prieto'`);
    await page.getByText('version 3, as version 1 said').waitFor();
    isClean();
    await context.close();
  },
};

async function personNamed({ acta, owner }: House, name: string): Promise<number> {
  for (;;) {
    const response = await owner.request.get(`${acta.address}/api/v1/people?limit=200`);
    const { items } = (await response.json()) as {
      readonly items: readonly { readonly id: number; readonly name?: string }[];
    };
    const found = items.find((item) => JSON.stringify(item).includes(name));
    if (found !== undefined) return found.id;
  }
}
