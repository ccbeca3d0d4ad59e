import * as oidc from 'openid-client';
import { Refusal } from '../../kernel/refusal.ts';

/** The city's provider of log-ins, as its operator registered this platform there. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An `acr` by which the provider says that it asked for a second factor; absent: only its `amr` `mfa` says so. */
  readonly acr?: string | undefined;
}

/** A log-in under way; it waits in the browser, sealed. */
export interface SignOnAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where to go afterwards: a path of our own. */
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
}

/** Whom the provider vouches for. */
export interface VouchedFor {
  readonly subject: string;
  /** Whether it says that it asked for a second factor. */
  readonly secondFactor: boolean;
}

const TIMEOUT_SECONDS = 5;

/** OpenID Connect by authorization code with PKCE, state and nonce; the provider's keys check each of its tokens. */
export class SingleSignOn {
  readonly issuer: string;
  readonly #settings: SingleSignOnSettings;
  readonly #parts: { readonly fetch?: oidc.CustomFetch; readonly plainHttp?: boolean };
  #provider: Promise<oidc.Configuration> | undefined;

  /** @param parts for tests: what stands in the provider's way, and that it may be reached without TLS */
  constructor(settings: SingleSignOnSettings, parts: { readonly fetch?: oidc.CustomFetch; readonly plainHttp?: boolean } = {}) {
    this.issuer = settings.issuer;
    this.#settings = settings;
    this.#parts = parts;
  }

  /** Where to send the browser, and what it must bring back. @throws Refusal 'no-provider' */
  async begin(redirect: string, to: string, now: Date): Promise<{ url: URL; attempt: SignOnAttempt }> {
    const provider = await this.#discovered();
    const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), to, begunAt: now.getTime() };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirect,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(this.#settings.acr !== undefined && { acr_values: this.#settings.acr }),
    });
    return { url, attempt };
  }

  /** Checks what the browser brought back, fetches the token and checks that. @throws Refusal 'no-provider'; Error of the library where anything is wrong */
  async finish(callback: URL, { state, nonce, verifier }: SignOnAttempt): Promise<VouchedFor> {
    const tokens = await oidc.authorizationCodeGrant(await this.#discovered(), callback, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims()!;
    const { acr } = this.#settings;
    const methods = Array.isArray(claims['amr']) ? claims['amr'] : [];
    return { subject: claims.sub, secondFactor: methods.includes('mfa') || (acr !== undefined && claims['acr'] === acr) };
  }

  /** Where the provider ends its own session; undefined where it has no such place. */
  async endSession(back: string): Promise<URL | undefined> {
    const provider = await this.#discovered();
    if (!provider.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: back });
  }

  /** What the provider says of itself; asked again where it did not answer. */
  #discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const { fetch, plainHttp } = this.#parts;
    return (this.#provider ??= oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      timeout: TIMEOUT_SECONDS,
      execute: [oidc.enableNonRepudiationChecks, ...(plainHttp ? [oidc.allowInsecureRequests] : [])],
      ...(fetch && { [oidc.customFetch]: fetch }),
    }).catch((error: unknown) => {
      this.#provider = undefined;
      console.error('统一认证没有答复：', (error as { code?: string }).code ?? '');
      throw new Refusal('no-provider', '统一认证暂时没有答复，请稍后重试；如仍不行，请告诉系统管理员。');
    }));
  }
}
