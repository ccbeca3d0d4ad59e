import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { LaunchOptions } from '@playwright/test';
import { ROOT } from '../../src/app/platform.ts';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];

/** A real Chromium: the system's, else the one that the development parts bring, unpacked once into the build folder. */
export async function findBrowser(): Promise<LaunchOptions> {
  const installed = INSTALLED.find((it) => existsSync(it));
  if (installed !== undefined) return { executablePath: installed, args: ARGUMENTS };
  if (process.arch !== 'x64') throw new Error('no Chromium found: install it from the system’s packages');
  const folder = join(ROOT, 'build/chromium');
  await mkdir(folder, { recursive: true });
  // The package unpacks into the temporary folder that the environment names.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const bin = join(ROOT, 'node_modules/@sparticuz/chromium/bin');
  const executablePath = await inflate(join(bin, 'chromium.br'));
  const libraries = await inflate(join(bin, 'al2023.tar.br'));
  await inflate(join(bin, 'fonts.tar.br'));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  const environment = Object.entries(process.env).filter((it): it is [string, string] => it[1] !== undefined);
  const env = { ...Object.fromEntries(environment), LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return { executablePath, args: [...ARGUMENTS, '--single-process', '--no-zygote'], env };
}
