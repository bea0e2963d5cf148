// Who is called in a note: `@` and the beginning of a name. Pure.

interface Called {
  readonly id: string;
  readonly name: string;
}

/** The colleagues whose whole or first name stands behind an `@`. */
export function mentionsIn(text: string, colleagues: readonly Called[]): string[] {
  const said = folded(text);
  return colleagues
    .filter(({ name }) => {
      const [first = ''] = name.split(' ');
      return [name, first].some((one) => one !== '' && isCalled(said, folded(one)));
    })
    .map(({ id }) => id);
}

const LETTER = /[\p{L}\p{N}]/u;

function isCalled(said: string, name: string): boolean {
  for (let at = said.indexOf(`@${name}`); at !== -1; at = said.indexOf(`@${name}`, at + 1)) {
    const next = said[at + name.length + 1];
    if (next === undefined || !LETTER.test(next)) return true;
  }
  return false;
}

const MARKS = /\p{M}/gu;

function folded(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLocaleLowerCase();
}
