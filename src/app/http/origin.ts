import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';

/**
 * The address under which people reach the platform, as `TANDEM_ORIGIN` says: passkeys are bound to its host. Undefined where it is not set.
 * @throws Refusal 'usage' where it is no address of a named host
 */
export function saidOrigin(): string | undefined {
  const said = process.env['TANDEM_ORIGIN'];
  if (!said) return undefined;
  const url = URL.parse(said);
  const good = url && ['https:', 'http:'].includes(url.protocol) && isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 && (url.protocol === 'https:' || url.hostname === 'localhost');
  if (!good) throw new Refusal('usage', `TANDEM_ORIGIN“${said}”不能用于通行密钥，请写成 https:// 加域名，如 https://szsy.taixing.gov.cn。`);
  return url.origin;
}

/** Where a request reached the platform: as its operator says; else this machine itself, which nobody else can pretend to be. */
export function originOf(request: Pick<FastifyRequest, 'host' | 'protocol'>): string | undefined {
  return saidOrigin() ?? (/^localhost(:\d+)?$/.test(request.host) ? `${request.protocol}://${request.host}` : undefined);
}
