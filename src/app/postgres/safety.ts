import { Refusal } from '../../kernel/refusal.ts';

/** What a client, a pooled client or a pool of `pg` can do; all that is needed here. */
export interface Queryable {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** Settings without which an acknowledged write can be gone after a crash or a power cut. */
const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/** The oldest PostgreSQL that has all that we use (`uuidv7()`). */
const OLDEST = 18;

/**
 * Refuses a server that is too old, and one, embedded or behind a DATABASE_URL, that does not keep what it has acknowledged.
 * Asks the settings as they are in force for this very session (role and database settings included).
 * @throws Refusal 'old-server', 'unsafe-setting'
 */
export async function refuseUnsafeSettings(client: Queryable): Promise<void> {
  const asked = NEEDED.map((name) => `current_setting('${name}') as ${name}`).join(', ');
  const { rows } = await client.query(`select ${asked}, current_setting('server_version_num') as version`);
  const found = rows[0] as Record<(typeof NEEDED)[number] | 'version', string>;
  const version = Math.floor(Number(found.version) / 10_000);
  if (version < OLDEST) throw new Refusal('old-server', `数据库是 PostgreSQL ${version}，本平台需要 PostgreSQL ${OLDEST} 或更新的版本，因此拒绝启动。请升级数据库，或不设 DATABASE_URL、使用自带的数据库。`);
  const unsafe = NEEDED.filter((name) => found[name] === 'off');
  if (unsafe.length === 0) return;
  throw new Refusal(
    'unsafe-setting',
    `数据库的 ${unsafe.join('、')} 被设为 off，断电或崩溃会丢失或损坏已确认的数据，因此拒绝启动。请在 postgresql.conf、postgresql.auto.conf 以及角色和数据库的设置中改回 on，重启数据库后再试。`,
  );
}
