// Seeded people: names, phones and tongues, some with a username, some who hide their phone, some without a profile.
import type { Chance } from '../chance.ts';
import type { Language, Person } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { talks } from './talks.ts';

export interface CrowdOptions {
  readonly people: number;
  readonly languages: readonly Language[];
  /** Whether they read by themselves what arrives. */
  readonly readsAlone: boolean;
}

const withUsername = 0.08;
const withoutProfile = 0.02;
const accents = /\p{M}/gu;
const notPlain = /[^a-z0-9]/g;

/** Adds people to a world. @returns them */
export function addCrowd(world: World, { people, languages, readsAlone }: CrowdOptions): readonly Person[] {
  const chance = world.chance('crowd');
  const added = Array.from({ length: people }, (_, index) => {
    const language = languages[index % languages.length] ?? 'en';
    const person = world.people.add({
      name: nameOf(language, chance),
      language,
      hasProfile: !chance.happens(readsAlone ? withoutProfile : 0),
      readsAlone,
    });
    if (readsAlone && chance.happens(withUsername)) hide(world, person, index);
    return person;
  });
  world.tell({ what: 'people' });
  return added;
}

function nameOf(language: Language, chance: Chance): string {
  const { firstNames, lastNames, joinNames } = talks[language];
  return joinNames(chance.pick(firstNames), chance.pick(lastNames));
}

/** A username, and the phone out of sight: such a person writes under the business-scoped id alone. */
function hide(world: World, person: Person, index: number): void {
  const plain = person.name.normalize('NFD').replace(accents, '').toLowerCase().replace(notPlain, '');
  world.people.adopt(person, `${plain === '' ? 'user' : plain}${index}`.slice(0, 30));
  person.phoneShownUntilMs = 0;
}
