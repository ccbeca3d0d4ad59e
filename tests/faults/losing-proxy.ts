import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between client and platform and lets requests through; the first byte of each answer is as far as it comes. */
export interface LosingProxy {
  readonly url: string;
  /** @returns when so many answers in all have been held back: what they answer has been committed */
  heldBack(count: number): Promise<void>;
  /** Breaks every connection; no client was told anything. */
  close(): void;
}

/** @param platform address of the platform, `http://127.0.0.1:port` */
export async function losingProxy(platform: string): Promise<LosingProxy> {
  const sockets = new Set<Socket>();
  const waiting: { count: number; resolve: () => void }[] = [];
  let held = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket.on('error', () => undefined));
    return socket;
  };
  const server = createServer((client) => {
    const onward = keep(connect(Number(new URL(platform).port), '127.0.0.1'));
    keep(client).pipe(onward);
    onward.once('data', () => {
      held++;
      for (const it of waiting) if (held >= it.count) it.resolve();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heldBack: (count) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, resolve });
      if (held >= count) resolve();
      return promise;
    },
    close: () => {
      server.close();
      for (const it of sockets) it.destroy();
    },
  };
}
