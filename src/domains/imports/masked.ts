import { maskOf } from '../persons/terms.ts';

/** Whether a name that came in is what a list shows of a held one to who may not read it: then the held one stays. */
export function isMaskOf(written: string | null, held: string | undefined): boolean {
  return written !== null && held !== undefined && held !== written && written.endsWith('*') && maskOf('name', held) === written;
}
