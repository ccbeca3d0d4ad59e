import { Refusal } from '../../kernel/refusal.ts';

/** Passwords that everybody tries first; compared in lower case. */
const WELL_KNOWN = new Set([
  'postgres', 'postgresql', 'password', 'passw0rd', 'p@ssw0rd', 'pass', 'tandem', 'changeme', 'change-me', 'secret', 'admin', 'admin123', 'root', 'test', 'demo', 'default',
  'example', 'guest', 'user', 'letmein', 'welcome', 'qwerty', 'abc123', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '000000', '111111',
]);

/**
 * Refuses a server's address whose password is a default: the log-in's own name, one that everybody tries, or none at all
 * on the way to another machine. A socket and this machine itself may ask for none.
 * @throws Refusal 'default-secret'
 */
export function refuseDefaultSecret(databaseUrl: string): void {
  const { username, password, host } = partsOf(databaseUrl);
  const shown = password || process.env['PGPASSWORD'] || '';
  const known = WELL_KNOWN.has(shown.toLowerCase()) || (shown !== '' && shown === username);
  const open = shown === '' && !isLocal(host) && !process.env['PGPASSFILE'];
  if (!known && !open) return;
  throw new Refusal('default-secret', `DATABASE_URL 的口令${open ? '是空的' : '是人人都会试的默认口令'}，因此拒绝启动。请在数据库中用 alter role 换成随机的长口令，改好 DATABASE_URL 后再启动。`);
}

function partsOf(databaseUrl: string): { username: string; password: string; host: string } {
  try {
    const url = new URL(databaseUrl);
    return { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password), host: url.searchParams.get('host') ?? url.hostname };
  } catch {
    // `postgres://user:password@/database?host=/run/postgresql` is a form of PostgreSQL's that is no URL.
    const [, username = '', password = '', host = ''] = /^postgres(?:ql)?:\/\/([^:@/]*)(?::([^@/]*))?@([^/?]*)/.exec(databaseUrl) ?? [];
    return { username, password, host };
  }
}

function isLocal(host: string): boolean {
  const name = decodeURIComponent(host).replace(/^\[|\]$/g, '');
  return name === '' || name.startsWith('/') || name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name);
}
