import { Refusal } from '../../kernel/refusal.ts';

/** Where messages may go: what the machine's operator allows, not what somebody may click. */
export interface TargetRules {
  /** Host names in full; nothing is allowed that is not named. */
  readonly hosts: readonly string[];
  readonly ports: readonly number[];
}

/**
 * The hosts of `TANDEM_WEBHOOK_HOSTS`, separated by commas (none where it is not set), and the ports of `TANDEM_WEBHOOK_PORTS` (443).
 * @throws Refusal 'usage' where one of them is none
 */
export function targetRules(): TargetRules {
  const hosts = list('TANDEM_WEBHOOK_HOSTS');
  for (const it of hosts) {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(it) || /^[\d.]+$/.test(it)) throw new Refusal('usage', `TANDEM_WEBHOOK_HOSTS 中的“${it}”不是完整的主机名，请写成 hooks.example.gov.cn（中文域名写成 xn-- 的形式）。`);
  }
  const ports = list('TANDEM_WEBHOOK_PORTS').map(Number);
  if (!ports.every((it) => Number.isInteger(it) && it > 0 && it < 65_536)) throw new Refusal('usage', 'TANDEM_WEBHOOK_PORTS 应是用逗号分隔的端口号，例如 443,8443。');
  return { hosts, ports: ports.length > 0 ? ports : [443] };
}

function list(variable: string): string[] {
  return (process.env[variable] ?? '').split(',').map((it) => it.trim()).filter(Boolean);
}

/**
 * The address that a text names, where messages may go there at all. Only the one plain spelling of an address is taken, so that
 * nothing can be read in two ways.
 * @throws Refusal 'bad-target' (not https, or not plainly spelled), 'foreign-target' (host or port not allowed)
 */
export function readTarget(text: string, { hosts, ports }: TargetRules): URL {
  const url = URL.parse(text);
  const plain = url && (url.href === text || url.href === `${text}/`) && url.protocol === 'https:' && url.username === '' && url.password === '' && url.hash === '';
  if (!plain) throw new Refusal('bad-target', '接收地址要写成 https://主机名/路径 的样子：全用小写主机名，不含用户名、空格和 # 部分。');
  if (!hosts.includes(url.hostname)) throw new Refusal('foreign-target', `主机“${url.hostname}”不在允许推送的名单内，请平台的运维人员在 TANDEM_WEBHOOK_HOSTS 中加上。`);
  if (!ports.includes(Number(url.port || 443))) throw new Refusal('foreign-target', `端口 ${url.port || 443} 不在允许之内，可用的是 ${ports.join('、')}。`);
  return url;
}
