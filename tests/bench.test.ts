import { expect, it } from 'vitest';
import { withCities } from '../tools/bench/city.ts';
import { measureFigures } from '../tools/bench/figures.ts';
import { measureImport } from '../tools/bench/import.ts';
import { measureRecording } from '../tools/bench/record.ts';
import { measureSurface } from '../tools/bench/surface.ts';
import { tiny } from '../tools/bench/sizes.ts';

it('the bench measures what it says, at a size at which nobody looks at the figures', { timeout: 120_000 }, async () => {
  const ratios = await withCities(async (cities) => {
    const all = [];
    for (const measure of [measureRecording, measureFigures, measureImport, measureSurface]) all.push(...(await measure(cities, tiny)));
    return all.map((it) => it.ratio);
  });
  expect(ratios).toHaveLength(10);
  expect(ratios.every((it) => Number.isFinite(it) && it > 0)).toBe(true);
});
