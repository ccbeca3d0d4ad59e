import { Refusal } from '../../kernel/refusal.ts';

/** What a client, a pooled client or a pool of `pg` can do; all that is needed here. */
export interface Queryable {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/** Settings without which an acknowledged write can be gone after a crash or a power cut. */
const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

/**
 * Refuses a server, embedded or behind a DATABASE_URL, that does not keep what it has acknowledged.
 * Asks the settings as they are in force for this very session (role and database settings included).
 * @throws Refusal 'unsafe-setting'
 */
export async function refuseUnsafeSettings(client: Queryable): Promise<void> {
  const asked = NEEDED.map((name) => `current_setting('${name}') as ${name}`).join(', ');
  const { rows } = await client.query(`select ${asked}`);
  const found = rows[0] as Record<(typeof NEEDED)[number], string>;
  const unsafe = NEEDED.filter((name) => found[name] === 'off');
  if (unsafe.length === 0) return;
  throw new Refusal(
    'unsafe-setting',
    `数据库的 ${unsafe.join('、')} 被设为 off，断电或崩溃会丢失或损坏已确认的数据，因此拒绝启动。请在 postgresql.conf、postgresql.auto.conf 以及角色和数据库的设置中改回 on，重启数据库后再试。`,
  );
}
