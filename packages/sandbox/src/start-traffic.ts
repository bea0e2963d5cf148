// Fills a sandbox with seeded people and lets them write. Without a rate they only have phones, which somebody holds in a browser.
import type { Sandbox } from './sandbox.ts';
import { addCrowd } from './traffic/crowd.ts';
import { Traffic } from './traffic/traffic.ts';
import type { Language } from './world/person.ts';

export interface TrafficSettings {
  readonly people: number;
  readonly perSecond: number;
  readonly languages: readonly Language[];
}

/** @returns the traffic, which has begun if there is a rate */
export function startTraffic({ world, phones }: Sandbox, { people, perSecond, languages }: TrafficSettings): Traffic {
  const crowd = addCrowd(world, { people, languages, readsAlone: perSecond > 0 });
  const traffic = new Traffic({ world, phones, people: crowd, perSecond });
  traffic.start();
  return traffic;
}
