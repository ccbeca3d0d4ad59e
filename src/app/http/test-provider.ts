import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'tandem', secret: 'a-secret-of-thirty-two-characters' };
const KID = 'test';

/** What is changed of a token on its way: its claims, how it is signed. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: 'RS256' | 'none' | 'HS256' | 'another key';
}

/** A real provider on a loopback port, at which everybody is at once who the test says; what it answers can be forged on its way to us. */
export class TestProvider {
  /** Who logs in. */
  subject = 'person-1';
  methods: string[] = ['pwd'];
  forgery: Forgery | undefined;
  /** Whether it answers every code with the token of the first one. */
  careless = false;
  #first: string | undefined;
  readonly issuer: string;
  readonly #server: Server;
  readonly #key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  readonly #other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor(server: Server, redirect: string) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirect], post_logout_redirect_uris: [new URL('/login', redirect).href] }],
      jwks: { keys: [{ ...this.#key.export({ format: 'jwk' }), kid: KID, alg: 'RS256', use: 'sig' }] },
      cookies: { keys: ['for tests'] },
      claims: { openid: ['sub', 'amr', 'acr'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
      interactions: { url: () => '/interaction' },
    });
    const answer = provider.callback();
    server.on('request', (request, response) => {
      if (!request.url!.startsWith('/interaction')) return answer(request, response);
      void provider.interactionDetails(request, response).then(async ({ prompt, params, session }) => {
        if (prompt.name === 'login') return provider.interactionFinished(request, response, { login: { accountId: this.subject, amr: this.methods } });
        const grant = new provider.Grant({ accountId: session!.accountId, clientId: params.client_id });
        grant.addOIDCScope('openid');
        return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
      });
    });
  }

  static async start(redirect: string): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TestProvider(server, redirect);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Walks through the provider as a browser does, as far as it leads. @returns where it sends the browser in the end */
  async walk(from: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let url = new URL(from);
    for (let step = 0; step < 12 && url.origin === this.issuer; step++) {
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
      for (const set of answer.headers.getSetCookie()) {
        const [name, value] = /^([^=]+)=([^;]*)/.exec(set)!.slice(1) as [string, string];
        cookies.set(name, value);
      }
      const to = answer.headers.get('location');
      if (to === null) throw new Error(`the provider stopped with ${answer.status}: ${await answer.text()}`);
      url = new URL(to, url);
    }
    return url;
  }

  /** The network between the provider and us. */
  readonly fetch = async (url: string, options: object): Promise<Response> => {
    if (url.endsWith('/token') && this.careless && this.#first !== undefined) return new Response(this.#first, { headers: { 'content-type': 'application/json' } });
    const answer = await fetch(url, options as RequestInit);
    if (url.endsWith('/token') && this.careless) this.#first = await answer.clone().text();
    if (!url.endsWith('/token') || !this.forgery || !answer.ok) return answer;
    const body = (await answer.json()) as { id_token: string };
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1]!, 'base64url').toString()) as object;
    return Response.json({ ...body, id_token: this.#signed({ ...claims, ...this.forgery.claims }, this.forgery.alg ?? 'RS256') });
  };

  #signed(claims: object, alg: NonNullable<Forgery['alg']>): string {
    const header = { alg: alg === 'another key' ? 'RS256' : alg, ...(alg !== 'none' && { kid: KID }) };
    const text = [header, claims].map((it) => Buffer.from(JSON.stringify(it)).toString('base64url')).join('.');
    if (alg === 'none') return `${text}.`;
    const signature = alg === 'HS256' ? createHmac('sha256', CLIENT.secret).update(text).digest() : sign('sha256', Buffer.from(text), alg === 'RS256' ? this.#key : this.#other);
    return `${text}.${signature.toString('base64url')}`;
  }
}
