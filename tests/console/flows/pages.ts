// Every page of the console, walked over in each language, at the desk and on a phone, in light and in dark.

import type { Flow, House } from '../house.ts';
import { type Place, walkOver } from '../walk.ts';
import { DESK, type Device, PHONE } from '../watched.ts';

const WALKS: readonly Device[] = [
  { language: 'en', theme: 'light', size: DESK },
  { language: 'en', theme: 'dark', size: PHONE },
  { language: 'es', theme: 'light', size: PHONE },
  { language: 'es', theme: 'dark', size: DESK },
  { language: 'zh', theme: 'light', size: DESK },
  { language: 'zh', theme: 'dark', size: PHONE },
];

export const pages: readonly Flow[] = WALKS.map((device) => ({
  title: `every page stands in ${device.language}, ${device.theme}, ${device.size === PHONE ? 'on a phone' : 'at the desk'}`,
  walk: async (house) => walkOver(house, await placesIn(house), device),
}));

async function placesIn(house: House): Promise<readonly Place[]> {
  const [conversation, person] = await Promise.all([
    idOf(house, '/api/v1/conversations', 'Lucía Herrera'),
    idOf(house, '/api/v1/people', 'Lucía Herrera'),
  ]);
  return [
    { name: 'inbox', path: '/inbox?tab=all', shows: 'main a[data-row]' },
    { name: 'conversation', path: `/inbox/${conversation}?tab=all`, shows: '[role=feed] article' },
    { name: 'search', path: '/search?q=caf%C3%A9', shows: 'main mark' },
    { name: 'people', path: '/people', shows: 'main h1' },
    { name: 'person', path: `/people/${person}`, shows: 'main h1' },
    { name: 'import', path: '/import', shows: 'main h1' },
    { name: 'connect', path: '/connect', shows: 'main h1' },
    { name: 'integrity', path: '/integrity', shows: 'main h1' },
    { name: 'audit', path: '/audit', shows: 'main h1' },
    { name: 'quality', path: '/quality', shows: 'main h1' },
    { name: 'more', path: '/more', shows: 'main h1' },
    ...SETTINGS.map((section) => ({ name: `settings-${section}`, path: `/settings/${section}`, shows: 'main h2' })),
  ];
}

const SETTINGS = ['me', 'security', 'team', 'keys', 'labels', 'replies', 'fields', 'vault'];

interface Listed {
  readonly items: readonly { readonly id: number }[];
}

/** The number of what is listed under a name. */
async function idOf({ acta, owner }: House, path: string, name: string): Promise<number> {
  const response = await owner.request.get(acta.address + path);
  const { items } = (await response.json()) as Listed;
  return items.find((item) => JSON.stringify(item).includes(name))?.id ?? 0;
}
