// Every page of the console, walked over in each language, at the desk and on a phone, in light and in dark.

import type { Flow, House } from '../house.ts';
import { type Place, walkOver } from '../walk.ts';

export const pages: Flow = {
  title: 'every page stands',
  walk: async (visit, house) => walkOver(visit, await placesIn(house)),
};

async function placesIn(house: House): Promise<readonly Place[]> {
  const [conversation, person] = await Promise.all([
    house.conversationWith('Lucía Herrera'),
    house.personNamed('Lucía Herrera'),
  ]);
  return [
    { name: 'inbox', path: '/inbox?tab=all', shows: 'main a[data-row]' },
    { name: 'conversation', path: `/inbox/${conversation}?tab=all`, shows: '[role=feed] article' },
    { name: 'search', path: '/search?q=caf%C3%A9', shows: 'main mark' },
    { name: 'people', path: '/people', called: 'people.title' },
    { name: 'person', path: `/people/${person}`, called: 'person.history' },
    { name: 'import', path: '/import', called: 'shell.import' },
    { name: 'connect', path: '/connect', called: 'connect.title' },
    { name: 'integrity', path: '/integrity', called: 'shell.integrity' },
    { name: 'audit', path: '/audit', called: 'shell.audit', shows: 'main tbody tr' },
    { name: 'quality', path: '/quality', called: 'quality.title' },
    { name: 'more', path: '/more', called: 'shell.more' },
    ...Object.entries(SETTINGS).map(([section, called]) => ({
      name: `settings-${section}`,
      path: `/settings/${section}`,
      called,
    })),
  ];
}

const SETTINGS = {
  me: 'settings.me',
  security: 'settings.security',
  team: 'settings.team',
  keys: 'settings.keys',
  labels: 'labels.title',
  replies: 'replies.title',
  fields: 'fields.title',
  vault: 'settings.vault',
} as const;
