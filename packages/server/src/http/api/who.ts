// The names of whoever did something, where they are accounts here.

import type { ApiParts } from './parts.ts';

const USER = /^user:(.+)$/;

/** Gives the name of an actor. */
export async function whoDid({ people }: ApiParts): Promise<(actor: string | undefined) => { readonly who?: string }> {
  const accounts = people === undefined ? [] : await people.accounts.accounts();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (actor) => {
    const name = names.get(USER.exec(actor ?? '')?.[1] ?? '');
    return name === undefined ? {} : { who: name };
  };
}
