/**
 * Each patch of this folder puts one fault into a copy of the sources; an assertion of the tests that it names must then fail.
 * `node tests/seeded/run.ts [NAME…]`; with CONTROL=1 the same tests must have passed without the fault.
 * The last line is `N of N faults were found`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/app/platform.ts';

const FOLDER = join(ROOT, 'tests/seeded');
const SOURCES = ['src', 'tests', 'packs', 'db', 'tools', 'docs', 'package.json', 'tsconfig.json', 'vitest.config.ts', 'tandem'];

/** How a failed `expect` says so, that of a promise or of a property too. */
const ASSERTED = /AssertionError|Property failed|__VITEST_RE(JECT|SOLVE)S__/;

interface TestResult {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly success: boolean;
  readonly testResults: readonly { message: string; assertionResults: readonly TestResult[] }[];
}

/** `Tests: a.test.ts b.test.ts -t words` in the head of a patch: what must turn red. */
function testsOf(patch: string): string[] {
  const line = /^Tests: (.+)$/m.exec(patch)?.[1];
  if (line === undefined) throw new Error('a patch names no tests in its head');
  const [files = '', words] = line.split(' -t ');
  return [...files.split(' '), ...(words === undefined ? [] : ['-t', words])];
}

function runTests(copy: string, tests: readonly string[]): Report {
  const path = join(copy, 'report.json');
  rmSync(path, { force: true });
  const { stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...tests, '--reporter=json', `--outputFile=${path}`, '--bail=1'], { cwd: copy, encoding: 'utf8', timeout: 600_000 });
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    throw new Error(`the tests did not run: ${stderr.slice(-2_000)}`);
  }
}

function failedOf({ testResults }: Report): TestResult[] {
  return testResults.flatMap((it) => it.assertionResults).filter((it) => it.status === 'failed');
}

/** The first failed assertion. @throws Error where there is none: a test that cannot run or takes too long finds nothing */
function firstFailure(report: Report): string {
  const tests = failedOf(report);
  const found = tests.find((it) => it.failureMessages.some((message) => ASSERTED.test(message)));
  if (found) return found.fullName;
  throw new Error((tests[0]?.failureMessages[0] ?? report.testResults.map((it) => it.message).join(' ')).slice(0, 500) || 'every test passed');
}

const asked = process.argv.slice(2);
const names = readdirSync(FOLDER).filter((it) => it.endsWith('.patch') && (asked.length === 0 || asked.includes(it.replace('.patch', '')))).sort();
let found = 0;
for (const name of names) {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-seeded-'));
  try {
    for (const it of SOURCES) cpSync(join(ROOT, it), join(copy, it), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const tests = testsOf(readFileSync(join(FOLDER, name), 'utf8'));
    if (process.env['CONTROL'] === '1') {
      const before = runTests(copy, tests);
      if (!before.success || before.numPassedTests === 0) throw new Error(`without the fault its tests do not pass either: ${failedOf(before).map((it) => it.fullName).join('; ')}`);
    }
    execFileSync('git', ['apply', '--unidiff-zero', join(FOLDER, name)], { cwd: copy });
    const failure = firstFailure(runTests(copy, tests));
    found++;
    console.log(`found     ${name}: ${failure}`);
  } catch (error) {
    console.log(`NOT FOUND ${name}: ${(error as Error).message}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
console.log(`${found} of ${names.length} faults were found`);
process.exitCode = found === names.length && names.length > 0 ? 0 : 1;
