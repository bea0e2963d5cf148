// A real OpenID provider on this machine, for tests: somebody is signed in there without being asked, and the token can be forged on
// its way, with the provider's own key where the forger is said to have it.

import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createPort } from 'node:net';
import { Provider } from 'oidc-provider';

export interface ProviderPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly amr?: readonly string[];
  readonly acr?: string;
  readonly groups?: readonly string[];
  readonly department?: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** What a forger makes of a token. */
export type Forge = (claims: Claims) => {
  readonly claims?: Claims;
  readonly header?: Readonly<Record<string, unknown>>;
  /** Signed by another key. */
  readonly isForeign?: true;
  readonly isUnsigned?: true;
};

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in there; nobody refuses. */
  person: ProviderPerson | undefined;
  forge: Forge | undefined;
  readonly stop: () => Promise<void>;
}

const CLIENT = { id: 'acta', secret: 'a secret/of+the client~' } as const;
const ALG = { RS256: 'sha256' } as const;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createPort();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('No port');
  return address.port;
}

/** Made once: to find primes takes longer than a test. */
let keys: { readonly jwk: Jwk; readonly foreign: Jwk } | undefined;

/** Starts a provider that sends people back to `callback`. */
export async function startProvider(callback: string): Promise<TestProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  keys ??= { jwk: newKey(), foreign: newKey() };
  const { foreign, jwk } = keys;
  const provider = providerOf(issuer, { callback, jwk, person: () => standing.person });
  const answer = provider.callback();
  const server = createServer((request, response) => void handle(request, response));
  const standing: TestProvider = {
    issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    person: undefined,
    forge: undefined,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/') === true) {
      await signedIn(provider, standing.person, request, response);
      return;
    }
    const { forge } = standing;
    if (request.url === '/token' && forge !== undefined) forgeToken(response, { forge, jwk, foreign });
    await answer(request, response);
  }
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return standing;
}

type Jwk = Readonly<Record<string, unknown>>;

function newKey(): Jwk {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
}

interface ProviderOrder {
  readonly callback: string;
  readonly jwk: Jwk;
  readonly person: () => ProviderPerson | undefined;
}

function providerOf(issuer: string, { callback, jwk, person }: ProviderOrder): Provider {
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['of the provider'] },
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'amr', 'acr', 'groups', 'department'],
      email: ['email', 'email_verified'],
      profile: ['name'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...claimsOf(person()), sub }),
    }),
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const { client, session } = oidc;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** How somebody signed in there is the session's to say. */
function claimsOf(person: ProviderPerson | undefined): Claims {
  const { acr: _acr, amr: _amr, ...claims } = person ?? { sub: '' };
  return claims;
}

interface GrantContext {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
}

async function signedIn(
  provider: Provider,
  person: ProviderPerson | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const seen = { ...(person?.amr && { amr: person.amr }), ...(person?.acr && { acr: person.acr }) };
  const result =
    person === undefined
      ? { error: 'access_denied', error_description: 'somebody changed their mind' }
      : { login: { accountId: person.sub, remember: false, ...seen } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

interface Forgery {
  readonly forge: Forge;
  readonly jwk: Jwk;
  readonly foreign: Jwk;
}

/** Whoever sits between provider and Acta, and changes what is answered. */
function forgeToken(response: ServerResponse, forgery: Forgery): void {
  const end = response.end.bind(response);
  response.end = ((body?: unknown) => {
    const text = body instanceof Uint8Array || typeof body === 'string' ? body.toString() : '';
    const answered = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
    if (typeof answered['id_token'] === 'string') answered['id_token'] = forged(answered['id_token'], forgery);
    const sent = JSON.stringify(answered);
    response.setHeader('content-length', Buffer.byteLength(sent));
    return end(sent);
  }) as typeof response.end;
}

function forged(token: string, { foreign, forge, jwk }: Forgery): string {
  const [head = '', body = ''] = token.split('.');
  const made = forge(decoded(body));
  const header = { ...decoded(head), ...made.header };
  const parts = [header, { ...decoded(body), ...made.claims }].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const signed = parts.join('.');
  if (made.isUnsigned === true) return `${signed}.`;
  const key = createPrivateKey({ key: made.isForeign === true ? foreign : jwk, format: 'jwk' });
  return `${signed}.${sign(ALG.RS256, Buffer.from(signed), key).toString('base64url')}`;
}

function decoded(part: string): Claims {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Claims;
}
