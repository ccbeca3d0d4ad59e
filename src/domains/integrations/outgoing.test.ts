import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Address, Outgoing, type OutgoingParts } from './outgoing.ts';
import { isPublicAddress } from './public-address.ts';
import { CERTIFICATE, Receiver } from './test-receiver.ts';

let canary: Receiver;
let canary6: Receiver | undefined;
beforeAll(async () => {
  canary = await Receiver.listen();
  canary6 = await Receiver.listen('::1', canary.port).catch(() => undefined);
});
afterAll(async () => {
  await canary.close();
  await canary6?.close();
});

const reached = (): number => canary.connections + (canary6?.connections ?? 0);
/** Why a post failed; 'delivered' where it did not. */
const post = (target: string, hosts: readonly string[], parts: OutgoingParts = {}): Promise<string> =>
  new Outgoing({ hosts, ports: [canary.port, 443] }, { ca: CERTIFICATE, ...parts }).post(target, {}, '{}').then(() => 'delivered', (error: { why?: string; code?: string }) => error.why ?? error.code ?? 'a bug');

/** Ways to write this machine, or what leads to it; `P` is the canary's port. */
function spellings(): string[] {
  const v4 = [
    '127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0x7f.0.0.1', '0177.0.0.1', '0177.1', '017700000001', '00000177.0.0.1', '127.0.0.1.', '127.000.000.001', '0x7F.0x0.0x0.0x1', '127.0.0.0x1', '127.0.01', '127.255.255.254', '0', '0.0.0.0', '0x0', '00.0.0.0',
    '１２７.０.０.１', '127。0。0。1', '127．0．0．1', '127｡0｡0｡1', '①②⑦.⓪.⓪.①', '127%2e0%2e0%2e1', '%31%32%37.0.0.1', '127.0.0.1%00', '127.0.0.1%0d%0a', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '0xa9fea9fe', '2852039166', '100.100.100.200', '100.64.0.1', '168.63.129.16', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255',
  ];
  const v6 = [
    '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[0000::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[::7f00:1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[2002:7f00:1::]', '[2002:7f00:0001::1]', '[2001:0:7f00:1::]', '[fe80::1]', '[fe80::1%25lo]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[::ffff:0:127.0.0.1]', '[0:0:0:0:0:ffff:7f00:0001]', '[2001:db8::1]', '[100::1]',
  ];
  const names = ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost', 'ｌｏｃａｌｈｏｓｔ', 'local%68ost', 'localtest.me', '127.0.0.1.nip.io', 'receiver.test', 'RECEIVER.TEST', 'receiver.test.', 'ｒeceiver.test', 'rec\u00ADeiver.test', 'receiver。test', 'metadata.google.internal', 'ip6-localhost'];
  const wrapped = (host: string): string[] => [`https://${host}:P/`, `https://receiver.test@${host}:P/`, `https://${host}:P\\@receiver.test/`];
  const odd = [
    'http://127.0.0.1:P/', 'HTTP://receiver.test:P/', 'https:127.0.0.1:P/', 'https:/127.0.0.1:P/', 'https:///127.0.0.1:P/', 'https:\\\\127.0.0.1:P\\', 'https://127.0.0.1:P', ' https://127.0.0.1:P/', 'https://127.0.0.1:P/ ', 'ht\ntps://127.0.0.1:P/', 'https://127.0.0\t.1:P/', 'https://receiver.test:P/\r\nHost: 127.0.0.1', 'https://receiver.test%0d%0aHost:127.0.0.1:P/', 'https://receiver.test:P#@127.0.0.1:P/', 'https://receiver.test:P?@127.0.0.1:P/', 'https://127.0.0.1:P#receiver.test', 'https://receiver.test:443@127.0.0.1:P/', 'https://receiver.test:P:P/', 'https://receiver.test:0P/', 'https://receiver.test: P/', '//127.0.0.1:P/', '127.0.0.1:P', 'file:///etc/passwd', 'gopher://127.0.0.1:P/', 'ftp://127.0.0.1:P/', 'wss://127.0.0.1:P/', 'javascript:fetch("https://127.0.0.1:P")', 'data:,x', 'unix:/run/x.sock', 'https://', 'https://:P/', 'https://receiver.test.:P/', 'https://user:pass@receiver.test:P/', 'https://@127.0.0.1:P/', 'https://%@127.0.0.1:P/', 'https://[::1]:P/', 'https://[127.0.0.1]:P/', 'https://1:P/', 'https://receiver.test:99999/',
  ];
  return [...[...v4, ...v6, ...names].flatMap(wrapped), ...odd].map((it) => it.replaceAll('P', String(canary.port)));
}

/** What a name server that wants us to come in would say. */
const toLoopback = async (host: string): Promise<Address[]> => (host.includes('6') ? [{ address: '::1', family: 6 }] : [{ address: '127.0.0.1', family: 4 }]);

describe('no way in', () => {
  it('no spelling of an address reaches a listener on this machine, whether its host is allowed or not', async () => {
    const all = spellings();
    expect(new Set(all).size).toBeGreaterThanOrEqual(200);
    for (const target of all) {
      const host = URL.parse(target)?.hostname ?? '';
      for (const hosts of [[], ['receiver.test'], [host, host.toLowerCase(), host.replace(/\.$/, ''), 'receiver.test']]) {
        expect.soft(await post(target, hosts, { resolve: toLoopback }), target).not.toMatch('delivered|a bug');
      }
    }
    expect(reached()).toBe(0);
  }, 60_000);

  it('control: the same listener is reached where a test lets it', async () => {
    const before = reached();
    expect(await post(`https://receiver.test:${canary.port}/`, ['receiver.test'], { resolve: toLoopback, mayReach: (it) => it === '127.0.0.1' })).toBe('delivered');
    expect(reached()).toBe(before + 1);
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '169.254.169.254', '100.100.100.200', '10.1.2.3', 'fe80::1%lo', 'fd00::1', '0.0.0.0', ''])('a name whose one address of several is %s is not connected to at all', async (address) => {
    const before = reached();
    const resolve = async (): Promise<Address[]> => [{ address: '1.1.1.1', family: 4 }, { address, family: address.includes(':') ? 6 : 4 }];
    expect(await post(`https://receiver.test:${canary.port}/`, ['receiver.test'], { resolve })).toBe('private address');
    expect(reached()).toBe(before);
  });

  it('a name that says something else the second time is asked once, and the connection goes to what was checked', async () => {
    const good = await Receiver.listen('127.0.0.2', canary.port);
    const before = reached();
    let asked = 0;
    const resolve = async (): Promise<Address[]> => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    try {
      expect(await post(`https://receiver.test:${canary.port}/`, ['receiver.test'], { resolve, mayReach: (it) => it === '127.0.0.2' })).toBe('delivered');
      expect([asked, good.connections, reached()]).toEqual([1, 1, before]);
    } finally {
      await good.close();
    }
  });

  it.each([301, 302, 303, 307, 308])('a redirect (%i) to this machine is not followed', async (status) => {
    const first = await Receiver.listen();
    const before = reached();
    first.answer = (_request, response) => void response.writeHead(status, { location: `https://127.0.0.1:${canary.port}/` }).end();
    try {
      const outgoing = new Outgoing({ hosts: ['receiver.test'], ports: [first.port] }, { resolve: toLoopback, mayReach: () => true, ca: CERTIFICATE });
      await expect(outgoing.post(`https://receiver.test:${first.port}/`, {}, '{}')).rejects.toMatchObject({ why: `redirect ${status}` });
      expect([first.connections, reached()]).toEqual([1, before]);
    } finally {
      await first.close();
    }
  });
});

describe('limits', () => {
  const allowed = (): OutgoingParts => ({ resolve: toLoopback, mayReach: () => true });
  const target = (): string => `https://receiver.test:${canary.port}/`;

  it('a certificate of nobody, or of another name, is refused before anything is said', async () => {
    const before = canary.received.length;
    expect(await new Outgoing({ hosts: ['receiver.test'], ports: [canary.port] }, allowed()).post(target(), {}, '{}').catch((error: { why?: string }) => error.why)).toMatch(/self/);
    expect(await post(`https://other.test:${canary.port}/`, ['other.test'], allowed())).toBe('err_tls_cert_altname_invalid');
    expect(canary.received).toHaveLength(before);
  });

  it('an answer without end is broken off after 1 MiB', async () => {
    canary.answer = (_request, response) => {
      response.writeHead(200);
      const more = (): void => void (response.destroyed || (response.write('x'.repeat(65_536)) ? setImmediate(more) : response.once('drain', more)));
      more();
    };
    expect(await post(target(), ['receiver.test'], allowed())).toBe('too long');
  });

  it('an answer that does not come is not waited for', async () => {
    canary.answer = () => undefined;
    expect(await post(target(), ['receiver.test'], allowed())).toBe('no answer in time');
    expect(await post(target(), ['receiver.test'], { ...allowed(), resolve: () => new Promise(() => undefined) })).toBe('no answer in time');
  });
});

it.each(['1.1.1.1', '114.114.114.114', '2400:3200::1', '2606:4700:4700::1111'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
