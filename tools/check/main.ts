import { checkGenerated } from './generated.ts';
import { checkImports } from './imports.ts';
import { checkParts } from './parts.ts';
import { checkRightsMatrix } from './rights-matrix.ts';
import { checkSeeded } from './seeded.ts';
import { checkPunctuation, checkShape } from './shape.ts';
import { readSources } from './source.ts';
import { runTools } from './tools.ts';
import { checkWebSize } from './web-size.ts';

const begun = Date.now();
const sources = await readSources();
const findings = [
  ...checkImports(sources),
  ...checkShape(sources),
  ...checkPunctuation(sources),
  ...(await Promise.all([checkParts(), checkGenerated(), checkSeeded(), checkRightsMatrix(), checkWebSize(), runTools()])).flat(),
];
for (const { path, message } of findings) console.error(`${path} ${message}`);
console.log(`check: ${sources.length} files, ${findings.length} findings, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
process.exitCode = findings.length === 0 ? 0 : 1;
