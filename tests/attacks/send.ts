import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request as it goes over the wire: nobody tidies its path. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** As UTF-8. */
  readonly text: string;
  /** Parsed where it says it is JSON; undefined else. */
  readonly json: unknown;
}

/** Sends to a loopback port over connections that are kept. */
export class Sender {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 });
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  send({ method, path, headers, body }: Sent): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sending = request({ agent: this.#agent, host: '127.0.0.1', port: this.#port, method, path, headers: { ...headers, ...(body && { 'content-length': String(body.length) }) } }, (response) => {
        buffer(response).then((bytes) => {
          const text = bytes.toString('utf8');
          const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
          resolve({ status: response.statusCode!, headers: response.headers, bytes, text, json: isJson ? JSON.parse(text) : undefined });
        }).catch(reject);
      });
      sending.on('error', reject);
      sending.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
