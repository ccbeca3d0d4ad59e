import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../kernel/refusal.ts';

/** Whom a PostgreSQL program runs as, in the form that `child_process` takes; empty: as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>;

/**
 * The account that runs the cluster. PostgreSQL refuses root, so root hands over to the owner of an existing
 * cluster, else to `nobody`; an ordinary user stays what it is.
 * @param cluster path of the cluster, which need not exist yet
 * @throws Refusal 'foreign-owner' where the cluster belongs to somebody whom we cannot become
 */
export function accountFor(cluster: string): Account {
  const me = process.getuid?.() ?? 0;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (me !== 0) {
    if (owner && owner.uid !== me) {
      throw new Refusal(
        'foreign-owner',
        `数据库目录 ${cluster} 属于另一个用户（uid ${owner.uid}），当前用户（uid ${me}）不能启动它。请换回该用户启动，或用 --data 指定另一个目录。`,
      );
    }
    return {};
  }
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/** `nobody` as this machine numbers it: PostgreSQL wants an account that has a name. */
function nobody(): Account {
  let passwd = '';
  try {
    passwd = readFileSync('/etc/passwd', 'utf8');
  } catch {
    // An image without /etc/passwd: the usual number, and PostgreSQL says so if it dislikes it.
  }
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd) ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}
