// A person's name is changed twice and rolled back: every version stays, with who made it.

import type { Flow } from '../house.ts';
import { act } from '../phones.ts';

export const rolledBack: Flow = {
  title: 'a person’s name is changed, changed again and rolled back; every version stays',
  walk: async ({ accessible, page, say }, house) => {
    const phone = await house.customer('Daniela');
    await act(house.acta, phone, { act: 'text', body: 'Hola' });
    const id = await house.personNamed(phone.name);
    const field = say('person.field.name');
    await page.goto(`/people/${id}`);
    for (const name of ['Daniela Fuentes', 'Daniela Fuentes Luna']) {
      await page.getByRole('button', { name: say('person.field-change', { field }) }).click();
      await page.getByLabel(field, { exact: true }).fill(name);
      await page.getByRole('button', { name: say('person.field-save') }).click();
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    }
    await accessible('a person whose name was changed');
    await page.getByRole('button', { name: say('person.roll-back-to', { field, number: 1 }) }).click();
    await page.getByRole('heading', { level: 1, name: 'Daniela Fuentes', exact: true }).waitFor();
    await page.getByText(say('person.version-again', { number: 3, earlier: 1 })).waitFor();
  },
};
