import { expect, it } from 'vitest';
import { checkPack } from './check.ts';
import { RULES } from './check-fixture.ts';
import { BASE, mechanismOf, small } from './fixture.ts';

it('knows which measures and awards hang on a parameter, a quotient on those of its figures', () => {
  const { mechanism } = checkPack([{ path: 'base.yaml', text: BASE }, { path: 'rules.yaml', text: RULES }], small);
  expect(Object.fromEntries([...mechanism!.hangsOn].map(([parameter, ids]) => [parameter, [...ids]]))).toEqual({ size: ['m.signed', 'm.ratio'], kinds: ['m.signed', 'm.ratio'], rate: ['aw'] });
});

it('knows by kind on which paths its rules read others', () => {
  const { paths } = mechanismOf(`
measures:
  - id: m
    label: 落户
    unit: 个
    clauses: [k1]
    counts:
      - { subject: project, on: signed, where: { field: talent.degree, is: 博士 } }
      - { subject: talent, on: landed, where: { none: { kind: project, by: talent }, where: { field: platform.high, is: { field: outer.platform.high } } } }
    owners: [{ reference: platform }]
    figures: [{ of: { subjects: platform }, per: year }]
`);
  expect(Object.fromEntries(paths)).toEqual({
    project: [[{ to: 'platform', kind: 'platform' }], [{ to: 'talent', kind: 'talent' }]],
    talent: [[{ to: 'platform', kind: 'platform' }], [{ from: 'project', role: 'talent' }], [{ from: 'project', role: 'talent' }, { to: 'platform', kind: 'platform' }]],
  });
});

it('a field that the pack adds is read like any other', () => {
  const { vocabulary } = mechanismOf('fields:\n  - { subject: project, id: rank, label: 档次, type: choice, list: levels }\n');
  expect(vocabulary['project']!.fields['rank']).toEqual({ label: '档次', type: 'choice', list: 'levels' });
  expect(small['project']!.fields['rank']).toBeUndefined();
});
