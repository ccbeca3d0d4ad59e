import { join } from 'node:path';
import { ROOT } from '../../src/app/platform.ts';
import { withCities } from './city.ts';
import { measureFigures } from './figures.ts';
import { measureImport } from './import.ts';
import { machine } from './machine.ts';
import { measureRecording } from './record.ts';
import { lineOf, type Measured, writeDocument } from './report.ts';
import { full, quick } from './sizes.ts';
import { measureSurface } from './surface.ts';

/** `npm run bench [-- --quick] [-- NAME …]`: prints ratios of one run; a whole run at full size writes docs/performance.md. */
const measures = { record: measureRecording, figures: measureFigures, import: measureImport, surface: measureSurface };

const words = process.argv.slice(2);
const isQuick = words.includes('--quick');
const named = words.filter((it) => !it.startsWith('--'));
const unknown = named.find((it) => !Object.hasOwn(measures, it));
if (unknown !== undefined) throw new Error(`there is no “${unknown}”; there are ${Object.keys(measures).join(', ')}`);

await withCities(async (cities) => {
  const before = await machine(cities);
  for (const it of before) console.log(it);
  const measured: Measured[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (named.length > 0 && !named.includes(name)) continue;
    for (const it of await measure(cities, isQuick ? quick : full)) {
      measured.push(it);
      console.log(lineOf(it));
    }
  }
  const after = (await machine(cities)).at(-1)!;
  console.log(after);
  if (!isQuick && named.length === 0) await writeDocument(join(ROOT, 'docs/performance.md'), [...before, after], measured);
});
