import { createServer, type Server as TlsServer } from 'node:https';
import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A certificate of its own making for receiver.test, good for tests alone. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBsTCCAVigAwIBAgIUbJUUvU9veu0sJO4qWkAvBa6b5MwwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDAgFw0yNjExMjMyMjA1NDNaGA8yMTI2
MTAzMDIyMDU0M1owGDEWMBQGA1UEAwwNcmVjZWl2ZXIudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABLoTzTNDGiCaKum8t0PgWsf8syXFQlmAJX50Sw7o9vr+
/J/c5clNJuGygZhgHqZCDQhHoadWb8PaMMKRfSVw5najfjB8MB0GA1UdDgQWBBTt
F0pB7nHlKYHs4aXolw3KLJNP5jAfBgNVHSMEGDAWgBTtF0pB7nHlKYHs4aXolw3K
LJNP5jAPBgNVHRMBAf8EBTADAQH/MCkGA1UdEQQiMCCCDXJlY2VpdmVyLnRlc3SC
DyoucmVjZWl2ZXIudGVzdDAKBggqhkjOPQQDAgNHADBEAiBj7ks9pgCrwmH/bcQd
rG9uq3SQwL5n/UhYYx2OhcRZbAIgCyMVBhuoQfPXysyS2hMfL1pNIoAnX1xR0ATV
4buI3Zs=
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgP2H2YpEZk2BpS2es
tGN2IfPZ1xTBZZyxgtLoorjAyLahRANCAAS6E80zQxogmirpvLdD4FrH/LMlxUJZ
gCV+dEsO6Pb6/vyf3OXJTSbhsoGYYB6mQg0IR6GnVm/D2jDCkX0lcOZ2
-----END PRIVATE KEY-----`;

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver on a loopback port: keeps what it gets, and every connection that reaches it at all. */
export class Receiver {
  readonly received: Received[] = [];
  connections = 0;
  /** What it answers with; a function decides by itself. */
  answer: number | RequestListener = 200;
  readonly #server: TlsServer;

  private constructor() {
    this.#server = createServer({ key: KEY, cert: CERTIFICATE }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        if (typeof this.answer === 'function') this.answer(request, response);
        else response.writeHead(this.answer).end();
      });
    });
    this.#server.on('connection', () => this.connections++);
    this.#server.on('error', () => undefined);
  }

  static async listen(host = '127.0.0.1', port = 0): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve, reject) => receiver.#server.once('error', reject).listen(port, host, resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
