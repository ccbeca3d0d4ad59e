import { posix } from 'node:path';
import { type Finding, isCode, isTest, type Source } from './source.ts';

/** Which room may import which; a room always may import itself. A domain's `web/` is a room of its own. */
const ALLOWED: Record<string, readonly string[]> = {
  kernel: [],
  mechanism: ['kernel'],
  base: ['kernel'],
  office: ['kernel'],
  ledger: ['kernel', 'mechanism', 'base'],
  domains: ['kernel', 'mechanism', 'base', 'ledger', 'office'],
  ui: ['kernel'],
  'domain-web': ['kernel', 'ui'],
  web: ['kernel', 'ui', 'domain-web'],
  app: ['kernel', 'mechanism', 'base', 'ledger', 'office', 'domains'],
  cli: ['kernel', 'mechanism', 'base', 'ledger', 'office', 'domains', 'app'],
};

/** What a domain may use of another: what it says and what it answers, and the few stores that others stand on. */
const OF_OTHER_DOMAINS = /\/(terms|contract)\.ts$|^src\/domains\/persons\/store\.ts$/;

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The project's own files that a file imports. */
function importsOf({ path, text }: Source): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.{1,2}\/[^']+)'|import\(\s*'(\.{1,2}\/[^']+)'\s*\)/g)) {
    const target = match[3] ?? match[4];
    if (target !== undefined) found.push({ target: posix.join(posix.dirname(path), target), typeOnly: match[2] !== undefined });
  }
  return found;
}

function roomOf(path: string): string | undefined {
  const [, room, domain, part] = path.split('/');
  if (!path.startsWith('src/')) return undefined;
  return room === 'domains' && domain !== undefined && part === 'web' ? 'domain-web' : room;
}

function domainOf(path: string): string | undefined {
  return /^src\/domains\/([^/]+)\//.exec(path)?.[1];
}

/** Who imports whom: rooms, domains, circles, barrels. */
export function checkImports(sources: readonly Source[]): Finding[] {
  const code = sources.filter((it) => isCode(it.path));
  const graph = new Map(code.map((it) => [it.path, importsOf(it)]));
  const findings: Finding[] = [];
  for (const { path, text } of code) {
    if (/\/(utils|helpers|common)\//.test(path) || /\/(utils|helpers|common|index)\.tsx?$/.test(path)) findings.push({ path, message: 'is named for nothing; name it for what it does (no utils, no barrels)' });
    if (!isTest(path) && /(?:^|\n)export (?:\*|\{[^}]*\}) from/.test(text)) findings.push({ path, message: 're-exports another file; import from where the thing is made' });
    if (!isTest(path)) for (const { target, typeOnly } of graph.get(path)!) findings.push(...checkImport(path, target, typeOnly));
  }
  return [...findings, ...checkCircles(graph)];
}

function checkImport(path: string, target: string, typeOnly: boolean): Finding[] {
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === undefined || to === undefined) return [];
  // The one contract is what the pages are typed by; nothing of it reaches the browser.
  if (typeOnly && target === 'src/app/contract.ts' && ['ui', 'web', 'domain-web'].includes(from)) return [];
  const [own, other] = [domainOf(path), domainOf(target)];
  if (from === 'domain-web' && to === 'domains') {
    const fits = own === other && /\/(terms|contract)\.ts$/.test(target);
    return fits || typeOnly ? [] : [{ path, message: `a domain's web/ may import ui and its own terms and contract, not ${target}` }];
  }
  if (from !== to && !ALLOWED[from]?.includes(to)) return [{ path, message: `${from} may not import ${to} (${target}); move what both need into a room that both may import, or hand it in as a parameter` }];
  if (from === 'domains' && to === 'domains' && own !== other && !OF_OTHER_DOMAINS.test(target)) {
    return [{ path, message: `a domain may import another's terms and contract only, not ${target}; ask for it as a parameter in app/` }];
  }
  return [];
}

function checkCircles(graph: ReadonlyMap<string, readonly Import[]>): Finding[] {
  const findings: Finding[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      findings.push({ path, message: `is part of a circle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}` });
      return;
    }
    state.set(path, 'open');
    for (const { target, typeOnly } of graph.get(path) ?? []) if (!typeOnly && graph.has(target)) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return findings;
}
