import { expect, it } from 'vitest';
import { enterTitle, firstFields, written } from './entering.ts';

const field = (id: string, decides = false) => ({ id, label: id, type: 'text' as const, choices: [], personal: false, decides, from: null });
const course = (id: string, required: string[], milestone: { id: string; name: string } | null = null) => ({ id, label: id, required, references: [], milestone, hint: null });

it('asks first for what every course wants, then what decides the course; the rest is folded', () => {
  const form = { label: '项目', fields: [field('type', true), field('name'), field('source'), field('site')], courses: [course('a', ['name'], { id: 'lead', name: '线索' }), course('b', ['name', 'source'])] };
  expect(firstFields(form)).toEqual({ required: ['name'], offered: ['type', 'source'] });
  expect(enterTitle(form)).toBe('新增线索');
  expect(enterTitle({ label: '人才', courses: [course('', [])] })).toBe('新增人才');
});

it('sends no blanks', () => {
  expect(written({ 'field-name': ' 新芯 ', 'field-site': ' ', 'reference-talent': 'RC-1' }, 'field-')).toEqual({ name: '新芯' });
});
