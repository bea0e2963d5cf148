// From which addresses media may be fetched with the access token: the platform's own hosts over TLS, and the place that the Graph API
// itself was configured to be. Whoever could choose another would learn the token, or have this machine call its neighbours.

const HOSTS: readonly string[] = ['lookaside.fbsbx.com', 'fbsbx.com', 'fbcdn.net', 'facebook.com', 'whatsapp.net'];

/** The address, if it may be called. `apiUrl` is where the Graph API is. */
export function allowedMediaUrl(said: string, apiUrl: string): URL | undefined {
  if (!URL.canParse(said)) return undefined;
  const url = new URL(said);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.origin === new URL(apiUrl).origin) return url;
  const isOurs = HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isOurs && url.protocol === 'https:' && url.port === '' ? url : undefined;
}
