import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../app/platform.ts';
import { startEmbeddedPostgres } from '../app/postgres/start.ts';
import type { Options } from './options.ts';

const VITEST = 'node_modules/vitest/vitest.mjs';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** `test [--stories [NAME…]]`: everything that CI checks; the last line is `N passed, N failed`. */
export async function testCommand(options: Options, words: readonly string[]): Promise<number> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  if (options['stories'] !== true) {
    add(total, await step('检查', ['tools/check/main.ts'], (_output, code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 })));
    add(total, await step('测试', [VITEST, 'run'], countTests));
    add(total, await onSecondDatabase());
  }
  add(total, await step('故事', ['node_modules/@playwright/test/cli.js', 'test', ...words], countStories));
  if (total.skipped > 0) console.log(`跳过 ${total.skipped} 项：缺少它们要用的部件（LibreOffice、台账样本），名称见上。`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** The tests that stand on the database, once more on a PostgreSQL that was started apart and is given by its address. */
async function onSecondDatabase(): Promise<Counts> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-second-'));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    return await step('测试（另一个 PostgreSQL，DATABASE_URL）', [VITEST, 'run', 'src/base', 'src/ledger', 'src/domains', 'tests/second-city.test.ts'], countTests, { DATABASE_URL: server.url });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function add(total: Counts, more: Counts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

/** Runs a tool of the project, shows what it prints, and counts by its closing lines; a tool that dies counts as failed. */
async function step(name: string, args: readonly string[], count: (output: string, code: number) => Counts, environment: Record<string, string> = {}): Promise<Counts> {
  console.log(`— ${name}`);
  const child = spawn(process.execPath, [join(ROOT, args[0]!), ...args.slice(1)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...environment } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number>((resolve) => child.on('close', (it) => resolve(it ?? 1)));
  const counts = count(output, code);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function countTests(output: string): Counts {
  const line = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? '';
  const of = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

function countStories(output: string): Counts {
  const of = (word: string): number => Number(new RegExp(`^\\s*(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}
