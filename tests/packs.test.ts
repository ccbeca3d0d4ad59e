import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../src/app/platform.ts';
import { readPackFolder } from '../src/app/pack-folder.ts';
import { vocabulary } from '../src/app/vocabulary.ts';
import { checkPack } from '../src/mechanism/check.ts';
import { packSchema } from '../tools/generate/pack-schema.ts';

const cities = readdirSync(join(ROOT, 'packs'));
const schema = z.fromJSONSchema(JSON.parse(packSchema()) as Parameters<typeof z.fromJSONSchema>[0]);

describe.each(cities)('the pack of %s', (city) => {
  it('is sound, and its cases come out as they say', async () => {
    const { faults, cases } = checkPack(await readPackFolder(join(ROOT, 'packs', city)), vocabulary);
    expect(faults.map((it) => `${it.file}:${it.line} ${it.message}`)).toEqual([]);
    expect(cases.failed).toBe(0);
    expect(cases.passed).toBeGreaterThanOrEqual(12);
  });

  it('has a case for every measure that counts, and for every award', async () => {
    const { mechanism } = checkPack(await readPackFolder(join(ROOT, 'packs', city)), vocabulary, false);
    const { measures, awards, cases } = mechanism!.pack;
    const tried = new Set(cases.flatMap((it) => it.expect.map((expected) => ('measure' in expected ? expected.measure : expected.award))));
    for (const it of measures) if ('ratio' in it && tried.has(it.id)) for (const part of [it.ratio.of, it.ratio.over]) tried.add(part);
    expect([...measures, ...awards].map((it) => it.id).filter((id) => !tried.has(id))).toEqual([]);
  });

  it('fits the JSON schema, file by file', async () => {
    for (const { path, text } of await readPackFolder(join(ROOT, 'packs', city))) {
      const result = schema.safeParse(parse(text));
      expect(result.error?.issues.slice(0, 3), path).toBeUndefined();
    }
  });
});
