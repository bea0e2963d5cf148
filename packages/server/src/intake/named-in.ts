// Whom a group's system line is about: the one author whose name stands in it. A line that names several, or nobody,
// belongs to the conversation.

const SHORTEST_NAME = 3;

/** Looks for authors' names in a text; a name inside a longer found name does not count. */
export function namesIn(people: ReadonlyMap<string, number>): (text: string) => number | undefined {
  const names = [...people].filter(([name]) => name.length >= SHORTEST_NAME).sort((a, b) => b[0].length - a[0].length);
  return (text) => {
    let rest = text;
    let found: number | undefined;
    for (const [name, person] of names) {
      if (!rest.includes(name)) continue;
      if (found !== undefined && found !== person) return undefined;
      found = person;
      rest = rest.replaceAll(name, ' ');
    }
    return found;
  };
}
