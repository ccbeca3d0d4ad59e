import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from '../app/platform.ts';
import { startEmbeddedPostgres } from '../app/postgres/start.ts';
import type { Options } from './options.ts';

const VITEST = 'node_modules/vitest/vitest.mjs';

interface Counts {
  passed: number;
  failed: number;
  /** `file › title`. */
  skipped: string[];
}

/** What the two tools write as JSON, as far as it is read here. */
interface TestReport {
  testResults: { name: string; assertionResults: { status: string; ancestorTitles: string[]; title: string }[] }[];
}
interface StoryReport {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: StorySuite[];
}
interface StorySuite {
  suites?: StorySuite[];
  specs: { file: string; title: string; tests: { expectedStatus: string }[] }[];
}

/** `test [--stories [NAME…]]`: everything that CI checks; the last line is `N passed, N failed`. */
export async function testCommand(options: Options, words: readonly string[]): Promise<number> {
  const all: Counts[] = [];
  if (options['stories'] !== true) {
    all.push(await step('检查', ['tools/check/main.ts'], (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] })));
    all.push(await tests('测试', []));
    all.push(await onSecondDatabase());
  }
  all.push(await stories(words));
  const sum = (counts: number[]): number => counts.reduce((total, it) => total + it, 0);
  const passed = sum(all.map((it) => it.passed));
  const failed = sum(all.map((it) => it.failed));
  // Once each, though the second database runs some of the same tests again.
  const skipped = new Set(all.flatMap((it) => it.skipped));
  for (const name of skipped) console.log(`跳过：${name}`);
  if (skipped.size > 0) console.log(`跳过 ${skipped.size} 项：这台机器没有它们要用的（LibreOffice、台账样本或 root 权限），名称见上。`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** The tests that stand on the database, once more on a PostgreSQL that was started apart and is given by its address. */
async function onSecondDatabase(): Promise<Counts> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tandem-second-'));
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    return await tests('测试（另一个 PostgreSQL，DATABASE_URL）', ['src/base', 'src/ledger', 'src/domains/imports/run-import.test.ts', 'src/domains/records/verdicts.test.ts', 'src/domains/persons', 'tests/second-city.test.ts'], { DATABASE_URL: server.url });
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function tests(name: string, paths: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Counts> {
  return withReport(async (file) => {
    const args = [VITEST, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...paths];
    return step(name, args, async () => countTests(await readReport(file)), environment);
  });
}

async function stories(words: readonly string[]): Promise<Counts> {
  return withReport(async (file) => {
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...words];
    // Playwright forces colours on its workers, and Node warns at each where both are set: so it is told in its own way.
    const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: undefined, FORCE_COLOR: '0' };
    return step('故事', args, async () => countStories(await readReport(file)), environment);
  });
}

async function withReport(work: (file: string) => Promise<Counts>): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-report-'));
  return work(join(folder, 'report.json')).finally(() => rm(folder, { recursive: true, force: true }));
}

/** @returns undefined where the tool died before it wrote one */
async function readReport<T>(file: string): Promise<T | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

/** Runs a tool of the project, shows what it prints, and counts; a tool that fails without a failed test counts as failed. */
async function step(name: string, args: readonly string[], count: (code: number) => Counts | Promise<Counts>, environment: NodeJS.ProcessEnv = {}): Promise<Counts> {
  console.log(`— ${name}`);
  const child = spawn(process.execPath, [join(ROOT, args[0]!), ...args.slice(1)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...environment } });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(process.stdout, { end: false });
  const code = await new Promise<number>((resolve) => child.on('close', (it) => resolve(it ?? 1)));
  const counts = await count(code);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function countTests(report: TestReport = { testResults: [] }): Counts {
  const results = report.testResults.flatMap(({ name, assertionResults }) => assertionResults.map((it) => ({ ...it, name: [relative(ROOT, name), ...it.ancestorTitles, it.title].join(' › ') })));
  const of = (...statuses: string[]): string[] => results.filter((it) => statuses.includes(it.status)).map((it) => it.name);
  return { passed: of('passed').length, failed: of('failed').length, skipped: of('skipped', 'pending', 'todo') };
}

function countStories(report: StoryReport = { stats: { expected: 0, unexpected: 0, flaky: 0 }, suites: [] }): Counts {
  const specs = (suite: StorySuite): StorySuite['specs'] => [...suite.specs, ...(suite.suites ?? []).flatMap(specs)];
  // Not those that did not run because one before them failed: they were meant to pass.
  const skipped = report.suites.flatMap(specs).filter((it) => it.tests.every((one) => one.expectedStatus === 'skipped'));
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped: skipped.map((it) => `tests/stories/${it.file} › ${it.title}`) };
}
