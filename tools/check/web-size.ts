import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { type Finding, ROOT } from './source.ts';

/** What a browser may have to fetch of JavaScript, in bytes of gzip: for a list with the shell, and for a form with all that it opens. */
const LIST = 110_000;
const FORM = 290_000;

/** Pages that are no lists: one record or figure with what is done to it, and what stands before the log-in. */
const FORMS = ['ActivatePage', 'DecisionPage', 'DossierPage', 'FigurePage', 'ImportPage', 'LoginPage', 'MePage', 'SetupPage', 'TaskPage'];

/** Builds the pages and weighs each: the entry and the page with what they import, for a form with what it imports on demand too. */
export async function checkWebSize(): Promise<Finding[]> {
  const configFile = join(ROOT, 'vite.config.ts');
  const built = await (build({ root: join(ROOT, 'src/web'), configFile, logLevel: 'silent', build: { write: false } }) as Promise<Rolldown.RolldownOutput>).catch((error: Error) => error);
  if (built instanceof Error) return [{ path: 'src/web', message: `cannot be built: ${built.message}` }];
  const { output } = built;
  const chunks = new Map(output.filter((it) => it.type === 'chunk').map((it) => [it.fileName, it]));
  const weights = new Map([...chunks.values()].map((it) => [it.fileName, gzipSync(it.code, { level: 9 }).length]));
  const reach = (from: string, onDemand: boolean, found = new Set<string>()): Set<string> => {
    const chunk = chunks.get(from);
    if (!chunk || found.has(from)) return found;
    found.add(from);
    for (const it of [...chunk.imports, ...(onDemand && !chunk.isEntry ? chunk.dynamicImports : [])]) reach(it, onDemand, found);
    return found;
  };
  const entry = reach([...chunks.values()].find((it) => it.isEntry)!.fileName, false);
  const pages = [...chunks.values()].filter((it) => /\/web\/\w+Page\.tsx$/.test(it.facadeModuleId ?? ''));
  if (pages.length === 0) return [{ path: 'src/web/pages.ts', message: 'leads to no page that could be weighed' }];
  return pages.flatMap(({ fileName, facadeModuleId }) => {
    const form = FORMS.includes(basename(facadeModuleId!, '.tsx'));
    const weight = [...new Set([...entry, ...reach(fileName, form)])].reduce((sum, it) => sum + weights.get(it)!, 0);
    const most = form ? FORM : LIST;
    if (weight <= most) return [];
    return [{ path: facadeModuleId!.slice(ROOT.length), message: `needs ${weight} bytes of JavaScript (gzip); a ${form ? 'form' : 'list'} at most ${most}: fetch on demand what it opens, and see docs/adr/0018-weight-of-pages.md` }];
  });
}
