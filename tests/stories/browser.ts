import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { LaunchOptions } from '@playwright/test';
import { ROOT } from '../../src/app/platform.ts';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');
const BUILD = join(ROOT, 'build');
/** Instead of the package's own, which names folders of another machine. Pages bring their Chinese fonts with them. */
const FONTS = '<fontconfig><dir prefix="relative">fonts/fonts</dir></fontconfig>';

/** A real Chromium: the system's, else the one that the development parts bring, unpacked once into the build folder. */
export async function findBrowser(): Promise<LaunchOptions> {
  const installed = INSTALLED.find((it) => existsSync(it));
  if (installed !== undefined) return { executablePath: installed, args: ARGUMENTS };
  if (process.arch !== 'x64') throw new Error('no Chromium found: install it from the system’s packages');
  const folder = await unpack();
  const environment = Object.entries(process.env).filter((it): it is [string, string] => it[1] !== undefined);
  const env = { ...Object.fromEntries(environment), LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: folder };
  return { executablePath: join(folder, 'chromium'), args: ARGUMENTS, env };
}

/** Unpacked aside and put in place whole, so that nobody meets half a browser, also after a run that was killed. */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(BUILD, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  await sweep();
  const aside = `${folder}.${process.pid}`;
  await mkdir(aside, { recursive: true });
  // The package unpacks into the temporary folder that the environment names.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  try {
    for (const part of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(join(PACKAGE, 'bin', part));
    await writeFile(join(aside, 'fonts.conf'), FONTS);
    await rename(aside, folder);
  } catch (error) {
    // Somebody else put the same browser in place before us.
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

/** Removes what killed runs left half unpacked. */
async function sweep(): Promise<void> {
  for (const name of await readdir(BUILD).catch(() => [])) {
    const pid = /^chromium-.*\.(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) await rm(join(BUILD, name), { recursive: true, force: true });
  }
}
