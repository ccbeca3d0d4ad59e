import { Refusal } from '../kernel/refusal.ts';
import { start } from '../app/start.ts';
import { type Options, platformOptions, text } from './options.ts';

const PORT = 8080;

/** `start`: serves until it is told to stop. */
export async function startCommand(options: Options): Promise<number> {
  const port = Number(text(options, 'port') ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Refusal('usage', '--port 应为 0 到 65535 的整数。');
  const started = await start({ ...platformOptions(options), port, demo: options['demo'] === true }, (line) => console.log(line)).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'EADDRINUSE') throw new Refusal('port-taken', `端口 ${port} 已被占用，请用 --port 换一个。`);
    throw error;
  });
  console.log(`平台已启动：${started.url}${options['demo'] ? '（示范数据，仅本机可用）' : ''}`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  console.log('正在停止……');
  await started.stop();
  return 0;
}
