import { COOKIE } from '../../src/domains/accounts/terms.ts';

/** What came back over the wire. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An account that the demonstration offers. */
export interface OfferedAccount {
  readonly id: string;
  readonly role: string;
  readonly unit: { readonly id: string; readonly name: string };
}

/** One signed-in user of the http surface; the session outlives restarts of the platform, the address does not. */
export class ApiClient {
  url: string;
  readonly account: OfferedAccount;
  readonly #cookie: string;

  private constructor(url: string, account: OfferedAccount, cookie: string) {
    this.url = url;
    this.account = account;
    this.#cookie = cookie;
  }

  /** Enters a demonstration through the first of its accounts that fits and holds a right. */
  static async enter(url: string, right: string, fits: (account: OfferedAccount) => boolean = () => true): Promise<ApiClient> {
    const offered = (await (await fetch(`${url}/api/v1/demo/accounts`)).json()) as OfferedAccount[];
    for (const account of offered.filter(fits)) {
      const entered = await fetch(`${url}/api/v1/demo/enter`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account: account.id }) });
      const cookie = entered.headers.getSetCookie().find((it) => it.startsWith(`${COOKIE}=`))?.split(';')[0];
      const client = new ApiClient(url, account, cookie!);
      if ((await client.get<{ rights: string[] }>('/session')).rights.includes(right)) return client;
    }
    throw new Error(`no account of the demonstration holds ${right}`);
  }

  /** @param path below `/api/v1`. @throws Error where the answer is not 200 */
  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.#fetch(path, { method: 'GET' });
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    return body as T;
  }

  /** A write with its request id. @param body JSON, or a form with files */
  post(path: string, body: unknown, request: string): Promise<Answer> {
    const headers = { 'x-request-id': request, ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }) };
    return this.#fetch(path, { method: 'POST', headers, body: body instanceof FormData ? body : JSON.stringify(body) });
  }

  async #fetch(path: string, { headers, ...init }: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, { ...init, headers: { cookie: this.#cookie, ...(headers as Record<string, string> | undefined) } });
    return { status: response.status, body: await response.json() };
  }
}
