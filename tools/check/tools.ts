import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Finding, ROOT } from './source.ts';

const TOOLS: readonly { name: string; args: readonly string[] }[] = [
  { name: 'tsc', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'oxlint', args: ['node_modules/oxlint/bin/oxlint', '--deny-warnings', 'src', 'tests', 'tools'] },
  { name: 'knip', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];

/** Types, lint and unused parts, side by side. */
export async function runTools(): Promise<Finding[]> {
  const results = await Promise.all(TOOLS.map(run));
  return results.flat();
}

async function run({ name, args }: (typeof TOOLS)[number]): Promise<Finding[]> {
  const child = spawn(process.execPath, [join(ROOT, args[0]!), ...args.slice(1)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.on('close', (it) => resolve(it ?? 1)));
  return code === 0 ? [] : [{ path: name, message: output.trim().slice(0, 6_000) }];
}
