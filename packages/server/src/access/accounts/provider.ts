// The organisation's own sign-in, as OpenID Connect 1.0 writes it (authorization code flow with PKCE, RFC 7636): leads somebody
// there, and says who came back. The signature, issuer, audience, nonce and times of what comes back are checked always, also
// where the specification would trust the connection. Whether that person is let in here is not its to say: see admission.ts.

import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  WWWAuthenticateChallengeError,
} from 'openid-client';

export interface ProviderSettings {
  /** Over TLS, unless it is on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** How the secret is shown: in a header or in the body. */
  readonly clientAuth: 'basic' | 'post';
  readonly scopes: readonly string[];
  /** Classes of authentication that are asked for; the provider may not heed it. */
  readonly acr: readonly string[];
  /** Where the provider sends people back to. */
  readonly callback: string;
}

/** Why the provider named nobody. */
export const PROVIDER_FAULTS = [
  'provider-down',
  'provider-issuer',
  'provider-secret',
  'provider-refused',
  'provider-answer',
  'provider-clock',
] as const;

export type ProviderFault = (typeof PROVIDER_FAULTS)[number];

/** Carries no cause: what the library throws holds what the provider answered. */
export class ProviderError extends Error {
  readonly code: ProviderFault;

  constructor(code: ProviderFault) {
    super(code);
    this.name = 'ProviderError';
    this.code = code;
  }
}

/** What ties an answer to who began; known to this server and that browser alone. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the provider named. */
export interface Proven {
  readonly issuer: string;
  /** The provider's own name for somebody, which never passes to another. */
  readonly subject: string;
  /** What the signed token says, and of who says too little there the address and name that the provider tells on asking. */
  readonly claims: Readonly<Record<string, unknown>>;
}

const TIMEOUT_S = 10;
const FRESH_MS = 60 * 60_000;
const TOLD = ['email', 'email_verified', 'name'] as const;

export class Provider {
  private readonly settings: ProviderSettings;
  private known: { readonly at: number; readonly config: Promise<Configuration> } | undefined;

  constructor(settings: ProviderSettings) {
    this.settings = settings;
  }

  /** Where a browser goes to, and what has to be known when it comes back. Rejects with a `ProviderError`. */
  async begin(): Promise<{ readonly url: string; readonly attempt: Attempt }> {
    const config = await this.config();
    const attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const url = buildAuthorizationUrl(config, {
      redirect_uri: this.settings.callback,
      scope: ['openid', ...this.settings.scopes].join(' '),
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(this.settings.acr.length === 0 ? {} : { acr_values: this.settings.acr.join(' ') }),
    });
    return { url: url.href, attempt };
  }

  /** Whom an answer names: the query with which a browser came back. Rejects with a `ProviderError`. */
  async finish(answer: URLSearchParams, { nonce, state, verifier }: Attempt): Promise<Proven> {
    const config = await this.config();
    const url = new URL(this.settings.callback);
    url.search = answer.toString();
    const checks = { expectedNonce: nonce, expectedState: state, idTokenExpected: true, pkceCodeVerifier: verifier };
    return asFault(async () => {
      const tokens = await authorizationCodeGrant(config, url, checks);
      const claims = tokens.claims();
      if (claims === undefined) throw new ProviderError('provider-answer');
      const { iss, sub } = claims;
      if (claims['email'] !== undefined || config.serverMetadata().userinfo_endpoint === undefined)
        return { issuer: iss, subject: sub, claims };
      const told = await fetchUserInfo(config, tokens.access_token, sub);
      return {
        issuer: iss,
        subject: sub,
        claims: { ...Object.fromEntries(TOLD.map((one) => [one, told[one]])), ...claims },
      };
    });
  }

  /** Whether the provider says of itself what is needed; undefined where it does. */
  async check(): Promise<ProviderFault | undefined> {
    try {
      await asFault(() => this.discovered());
      return undefined;
    } catch (error) {
      return error instanceof ProviderError ? error.code : 'provider-answer';
    }
  }

  /** What the provider says of itself, asked once an hour; a failure is not kept. */
  private config(): Promise<Configuration> {
    const { known } = this;
    if (known !== undefined && Date.now() - known.at < FRESH_MS) return known.config;
    const config = asFault(() => this.discovered());
    this.known = { at: Date.now(), config };
    config.catch(() => {
      if (this.known?.config === config) this.known = undefined;
    });
    return config;
  }

  private async discovered(): Promise<Configuration> {
    const { clientAuth, clientId, clientSecret } = this.settings;
    const issuer = new URL(this.settings.issuer);
    const auth = clientAuth === 'post' ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret);
    const execute = [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])];
    const config = await discovery(issuer, clientId, clientSecret, auth, { execute, timeout: TIMEOUT_S });
    // A document that stands for every tenant of a provider names no issuer of ours.
    if (new URL(config.serverMetadata().issuer).href !== issuer.href) throw new ProviderError('provider-issuer');
    return config;
  }
}

async function asFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ProviderError ? error : new ProviderError(faultOf(error));
  }
}

const SECRET_ERRORS = ['invalid_client', 'unauthorized_client'];

const OF_LIBRARY: Readonly<Record<string, ProviderFault>> = {
  OAUTH_TIMEOUT: 'provider-down',
  OAUTH_ABORT: 'provider-down',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'provider-down',
  OAUTH_RESPONSE_IS_NOT_JSON: 'provider-down',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'provider-issuer',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'provider-clock',
};

function faultOf(error: unknown): ProviderFault {
  if (error instanceof AuthorizationResponseError) return 'provider-refused';
  if (error instanceof WWWAuthenticateChallengeError) return 'provider-secret';
  if (error instanceof ResponseBodyError)
    return SECRET_ERRORS.includes(error.error) ? 'provider-secret' : 'provider-answer';
  if (error instanceof ClientError) return OF_LIBRARY[error.code ?? ''] ?? 'provider-answer';
  // Nothing was reached: fetch says so by a TypeError.
  return error instanceof TypeError ? 'provider-down' : 'provider-answer';
}
