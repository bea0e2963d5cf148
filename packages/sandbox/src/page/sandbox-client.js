// Calls of the sandbox's controls. An answer that is an error becomes an Error with the sandbox's own words.

/** @returns {Promise<any>} */
async function call(method, path, body, type = 'application/json') {
  const response = await fetch(`/sandbox${path}`, {
    method,
    ...(body !== undefined && { body, headers: { 'content-type': type } }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.details ?? answer.error);
  return answer;
}

const post = (path, body) => call('POST', path, JSON.stringify(body));

export const sandbox = {
  state: () => call('GET', '/state'),
  people: () => call('GET', '/people?limit=500'),
  person: (id, number) => call('GET', `/people/${id}?number=${number}&limit=80`),
  addPerson: (person) => post('/people', person),
  act: (id, act) => post(`/people/${id}/acts`, act),
  /** Sends a file from a phone. */
  media: (id, file, members) => {
    const type = file.type || 'application/octet-stream';
    return call('POST', `/people/${id}/media?${new URLSearchParams(members)}`, file, type);
  },
  advance: (span) => post('/clock', { advance: span }),
  fault: (fault) => post('/faults', fault),
  removeFault: (id) => call('DELETE', `/faults/${id}`),
  mediaPath: (id) => `/sandbox/media/${id}`,
};

/**
 * Listens for news until it is told to stop.
 * @param {readonly string[]} people whose chats are shown
 * @param {(changed: readonly string[]) => void} onNews
 * @returns {() => void} stops it
 */
export function listen(people, onNews) {
  const source = new EventSource(`/sandbox/stream?people=${people.join(',')}`);
  source.onmessage = ({ data }) => onNews(JSON.parse(data));
  source.onopen = () => onNews(['state', 'people', ...people]);
  return () => source.close();
}
