// What the organisation's provider sent back with the browser. It is taken out of the address before anything else looks at that, so
// that it stands in no history, in no link, and is read once.

const BACK = '/sign-in/back';

let answer: string | undefined;

/** Takes the answer out of the address of a page to which somebody was sent back. */
export function keepReturned(): void {
  if (location.pathname !== BACK) return;
  answer = location.search.slice(1);
  history.replaceState(history.state, '', BACK);
}

/** Whether there is an answer that was not taken yet. */
export function hasReturned(): boolean {
  return answer !== undefined;
}

/** The answer, once. */
export function takeReturned(): string | undefined {
  const taken = answer;
  answer = undefined;
  return taken;
}
