import { BlockList, isIP } from 'node:net';
import { Refusal } from '../../kernel/refusal.ts';

/**
 * The reverse proxies whose word about the caller is believed (who, and whether by https): addresses or networks of `TANDEM_PROXY`,
 * separated by commas. Nobody's where it is not set, since anybody can write such headers.
 * @throws Refusal 'usage' where one of them is no address
 */
export function trustedProxies(): string[] | false {
  const named = (process.env['TANDEM_PROXY'] ?? '').split(',').map((it) => it.trim()).filter(Boolean);
  for (const it of named) if (!isNetwork(it)) throw new Refusal('usage', `TANDEM_PROXY 中的“${it}”不是 IP 地址或网段，请写成 127.0.0.1 或 10.1.0.0/16。`);
  return named.length > 0 ? named : false;
}

function isNetwork(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const kind = isIP(address);
  if (kind === 0 || rest.length > 0) return false;
  try {
    if (length !== undefined) new BlockList().addSubnet(address, Number(length), kind === 4 ? 'ipv4' : 'ipv6');
    return length === undefined || /^\d+$/.test(length);
  } catch {
    return false;
  }
}
