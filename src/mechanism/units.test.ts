import { expect, it } from 'vitest';
import { mechanismOf } from './fixture.ts';
import { expandUnits, expandUnitsEver, unitName, unitsWithin } from './units.ts';

const { pack } = mechanismOf(`
units:
  - { id: old, name: 老园区, kind: park, mergedInto: { unit: east, on: 2022-07-01 } }
`);
const dated = { ...pack, groups: [...pack.groups, { id: 'all', name: '全部', members: ['east', { unit: 'old', to: '2022-06-30' }, { unit: 'north', from: '2022-07-01' }] }] };

it.each([['2022-06-30', ['east', 'old']], ['2022-07-01', ['east', 'north']]])('a group on %s', (day, units) => {
  expect(expandUnits(dated, ['all'], day)).toEqual(units);
});

it('units and groups together, each unit once, in the order of naming', () => {
  expect(expandUnits(dated, ['bureau', 'parks', 'east', 'all'], '2021-01-01')).toEqual(['bureau', 'east', 'west', 'old']);
  expect(expandUnits(dated, [], '2021-01-01')).toEqual([]);
});

it('ever', () => {
  expect([...expandUnitsEver(dated, ['all', 'bureau'])]).toEqual(['east', 'old', 'north', 'bureau']);
});

it('names', () => {
  expect([unitName(pack, 'west'), unitName(pack, 'city'), unitName(pack, 'nobody')]).toEqual(['西园区', '小城', 'nobody']);
});

it('a unit with what stands below it, and what was merged into any of these by a day', () => {
  const below = { ...pack, units: [...pack.units, { id: 'yard', name: '东园一角', kind: 'park' as const, under: 'east' }] };
  const enacted = [{ unit: 'north', into: 'yard', day: '2022-09-01' }];
  const within = (id: string, day: string): string[] => unitsWithin(below, [id], enacted, day);
  expect(within('east', '2022-06-30')).toEqual(['east', 'yard']);
  expect(within('east', '2022-07-01')).toEqual(['east', 'yard', 'old']);
  expect(within('east', '2022-09-01')).toEqual(['east', 'yard', 'old', 'north']);
  expect(within('yard', '2022-09-01')).toEqual(['yard', 'north']);
});
