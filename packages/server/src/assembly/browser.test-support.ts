// A browser's cookies and headers, for tests of what people do at a server.

import assert from 'node:assert/strict';
import { generate } from 'otplib';

const SECRET = /secret=([A-Z2-7]+)/;

export class Browser {
  /** The code with which the application was added. */
  usedCode = '';
  /** Where its pages come from. */
  readonly origin: string;
  private readonly address: string;
  private readonly cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address.replace('//127.0.0.1:', '//localhost:');
    this.origin = this.address;
  }

  /** Another one at the same server, without cookies. */
  another(): Browser {
    return new Browser(this.address);
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.change('POST', path, body, headers);
  }

  put(path: string, body: unknown): Promise<Response> {
    return this.change('PUT', path, body);
  }

  patch(path: string, body: unknown): Promise<Response> {
    return this.change('PATCH', path, body);
  }

  private change(
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.send(path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-acta-console': '1', origin: this.address, ...headers },
    });
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.address + path, { ...init, headers: { ...init.headers, cookie } });
    for (const said of response.headers.getSetCookie()) {
      const [pair = ''] = said.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(said)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  async session(): Promise<{ readonly state: string; readonly may: readonly string[] }> {
    const answered = await this.get('/api/v1/session');
    return (await answered.json()) as { readonly state: string; readonly may: readonly string[] };
  }

  /** Adds an application of codes as the second factor; resolves to its secret. */
  async enrol(password: string): Promise<string> {
    const begun = (await (await this.post('/auth/two-factor/enable', { password })).json()) as { totpURI: string };
    const secret = SECRET.exec(begun.totpURI)?.[1];
    assert.ok(secret !== undefined);
    this.usedCode = await generate({ secret });
    const shown = await this.post('/auth/two-factor/verify-totp', { code: this.usedCode });
    assert.equal(shown.status, 200, await shown.text());
    return secret;
  }

  /** Makes the owner's account and signs it in wholly; resolves to the secret of its codes. */
  async setUp(owner: {
    readonly email: string;
    readonly password: string;
    readonly name: string;
    readonly token: string;
  }): Promise<string> {
    assert.equal((await this.post('/api/v1/set-up', owner)).status, 201);
    const { email, password } = owner;
    assert.equal((await this.post('/auth/sign-in/email', { email, password })).status, 200);
    return this.enrol(password);
  }
}
