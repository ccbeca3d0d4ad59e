import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether this machine has LibreOffice. */
export const hasLibreOffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/**
 * Has LibreOffice open a file and save it in another form, with a profile of its own in the folder.
 * @param to `xlsx`, `fods`, or a filter with its options
 * @returns the new folder below `folder` that holds what came out
 */
export async function convert(folder: string, file: string, to: string, options: readonly string[] = []): Promise<string> {
  const out = await mkdtemp(join(folder, 'out-'));
  await promisify(execFile)('soffice', ['--headless', ...options, `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', out, file], { timeout: 90_000 });
  return out;
}
