import { type Finding, isCode, isTest, type Source } from './source.ts';

const MOST = 400;
const USUAL = 250;

/** Sizes and shapes of files: none over 400 lines, 95 % under 250, one exported component a file. */
export function checkShape(sources: readonly Source[]): Finding[] {
  const sized = sources.filter((it) => /\.(tsx?|css|sql)$/.test(it.path)).map((it) => ({ path: it.path, lines: it.text.split('\n').length }));
  const findings: Finding[] = sized.filter((it) => it.lines > MOST).map((it) => ({ path: it.path, message: `has ${it.lines} lines; split it by meaning (at most ${MOST})` }));
  const long = sized.filter((it) => it.lines > USUAL);
  if (long.length > sized.length * 0.05) findings.push({ path: long[0]!.path, message: `${long.length} of ${sized.length} files have over ${USUAL} lines; split some (at most 5 %)` });
  for (const { path, text } of sources.filter((it) => it.path.endsWith('.tsx') && !isTest(it.path))) {
    const components = [...text.matchAll(/^export (?:default )?function ([A-Z]\w*)|^export const ([A-Z][a-z]\w*)\s*[:=]/gm)];
    if (components.length > 1) findings.push({ path, message: `exports ${components.length} components; one a file` });
  }
  return findings;
}

/** Chinese text has full-width punctuation: an ASCII comma or colon between Han characters is a slip. */
export function checkPunctuation(sources: readonly Source[]): Finding[] {
  const slip = /\p{Script=Han}[,;!?]\p{Script=Han}|\p{Script=Han}:\p{Script=Han}/u;
  return sources
    .filter((it) => (isCode(it.path) || /\.(yaml|md)$/.test(it.path)) && !isTest(it.path))
    .flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => {
      const found = slip.exec(line);
      return found ? [{ path: `${path}:${index + 1}`, message: `has half-width punctuation in Chinese: “${found[0]}”` }] : [];
    }));
}
