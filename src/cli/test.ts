import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../app/platform.ts';
import type { Options } from './options.ts';

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
    add(total, await step('测试', ['node_modules/vitest/vitest.mjs', 'run'], countTests));
  }
  add(total, await step('故事', ['node_modules/@playwright/test/cli.js', 'test', ...words], countStories));
  console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function add(total: Counts, more: Counts): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

/** Runs a tool of the project, shows what it prints, and counts by its closing lines; a tool that dies counts as failed. */
async function step(name: string, args: readonly string[], count: (output: string, code: number) => Counts): Promise<Counts> {
  console.log(`— ${name}`);
  const child = spawn(process.execPath, [join(ROOT, args[0]!), ...args.slice(1)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
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
