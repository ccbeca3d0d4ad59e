import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../kernel/refusal.ts';

/**
 * Takes the data folder for this process, or refuses.
 *
 * The lock is the kernel's (`flock` on `tandem.lock`): it ends with the process however that dies, so it cannot be
 * left stale, and it holds across users and containers that share the folder. Node has no flock of its own, so the
 * small tool of util-linux locks *our* open file, which it inherits as descriptor 3; the lock stays when the tool
 * has ended. Node opens files close-on-exec, so PostgreSQL, which may outlive us, does not carry the lock on.
 * Half a second is waited, since a process that was just killed takes a moment to be gone.
 * @returns gives the folder free again
 * @throws Refusal 'second-process', 'missing-tool' or 'data-folder'
 */
export function takeLock(dataDir: string): () => void {
  const file = join(dataDir, 'tandem.lock');
  let handle: number;
  try {
    handle = openSync(file, 'a+', 0o600);
  } catch (error) {
    throw new Refusal('data-folder', `不能打开 ${file}（${(error as Error).message}）。请检查权限，或用 --data 指定另一个目录。`);
  }
  const tool = spawnSync('flock', ['-w', '0.5', '-x', '3'], { stdio: ['ignore', 'ignore', 'pipe', handle], encoding: 'utf8' });
  if (tool.status !== 0) {
    const holder = readFileSync(file, 'utf8').trim();
    closeSync(handle);
    throw refusal(dataDir, holder, tool.error, tool.status, tool.stderr);
  }
  ftruncateSync(handle);
  writeSync(handle, `${process.pid}\n`);
  let held = true;
  return () => {
    if (held) closeSync(handle);
    held = false;
  };
}

function refusal(dataDir: string, holder: string, error: Error | undefined, status: number | null, said: string): Refusal {
  if (error) {
    return new Refusal('missing-tool', `找不到 flock 命令（${error.message}）。请先安装 util-linux，再启动。`);
  }
  if (status !== 1) {
    return new Refusal('data-folder', `数据目录 ${dataDir} 所在的文件系统不能加锁（${said.trim()}）。请用 --data 指定本机磁盘上的目录。`);
  }
  const who = holder ? `（进程号 ${holder}）` : '';
  return new Refusal(
    'second-process',
    `数据目录 ${dataDir} 正由另一个 Tandem 进程${who}使用。请先停止它，或用 --data 指定另一个目录。`,
  );
}
