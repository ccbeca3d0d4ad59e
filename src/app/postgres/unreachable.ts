import { Refusal } from '../../kernel/refusal.ts';

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在运行，或端口不对',
  ENOTFOUND: '找不到这台主机',
  EAI_AGAIN: '找不到这台主机',
  ETIMEDOUT: '网络不通',
  EHOSTUNREACH: '网络不通',
  '28P01': '用户名或口令不对',
  '28000': '数据库不许这个用户从这里登录',
  '3D000': '没有这个数据库，请先建立',
  '53300': '数据库的连接数已满',
};

/** What a connection that could not be made says to people; nothing where the error is another one. The address is not told: it holds the password. */
export function unreachable(error: unknown): Refusal | undefined {
  const why = WHY[(error as { code?: string } | undefined)?.code ?? ''];
  return why === undefined ? undefined : new Refusal('no-database', `连不上数据库：${why}。请检查 DATABASE_URL 和数据库服务后重试。`);
}
