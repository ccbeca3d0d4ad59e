/** Runs in a worker thread, so that asking does not cost the time of who answers: asks addresses over http for some seconds. */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** What to ask. */
export interface Asking {
  readonly urls: readonly string[];
  readonly cookie: string;
  readonly clients: number;
  readonly seconds: number;
}

const { urls, cookie, clients, seconds } = workerData as Asking;
const agent = new Agent({ keepAlive: true, maxSockets: clients });

function ask(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`))));
      response.on('error', reject);
    }).on('error', reject);
  });
}

const begun = performance.now();
const until = begun + seconds * 1000;
let asked = 0;
await Promise.all(Array.from({ length: clients }, async () => {
  while (performance.now() < until) await ask(urls[asked++ % urls.length]!);
}));
agent.destroy();
parentPort!.postMessage((asked / (performance.now() - begun)) * 1000);
