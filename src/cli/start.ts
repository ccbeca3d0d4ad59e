import { Refusal } from '../kernel/refusal.ts';
import { start } from '../app/start.ts';
import { type Options, platformOptions, text } from './options.ts';

const PORT = 8080;

/** `start`: serves until it is told to stop. @returns 1 where its database ended before: whoever keeps services running starts it again */
export async function startCommand(options: Options): Promise<number> {
  const port = Number(text(options, 'port') ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Refusal('usage', '--port 应为 0 到 65535 的整数。');
  const started = await start({ ...platformOptions(options), port, demo: options['demo'] === true }, (line) => console.log(line)).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'EADDRINUSE') throw new Refusal('port-taken', `端口 ${port} 已被占用，请用 --port 换一个。`);
    throw error;
  });
  console.log(`平台已启动：${started.url}${options['demo'] ? '（示范数据，仅本机可用）' : ''}`);
  const told = new Promise<0>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0));
  });
  const code = await Promise.race([told, started.databaseEnded().then(() => 1)]);
  if (code === 0) console.log('正在停止……');
  else console.error('自带的数据库意外停止，平台随之停止。已确认的数据没有丢失，请重新启动；按运行说明设为系统服务的会自动重启。');
  await started.stop();
  return code;
}
