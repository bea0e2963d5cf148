// One setting of the surroundings: how it is read, and how it is refused without what it holds.

import { ServerError } from '../server-error.ts';

/** What the environment says under this name, without space at its ends; undefined where it says nothing. */
export function named(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const said = env[name]?.trim();
  return said === '' ? undefined : said;
}

/** `setting-wrong` with the setting's name and a reason that the command line has a sentence for. */
export function wrong(setting: string, reason: string): ServerError {
  return new ServerError('setting-wrong', { setting, reason });
}
