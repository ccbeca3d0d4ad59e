import type { Typed } from './correction.ts';
import type { RegisterForm } from './use-form.ts';

/** What every course of a kind wants; and what only some want, or what decides which course it is. */
export function firstFields({ fields, courses }: Pick<RegisterForm, 'fields' | 'courses'>): { required: string[]; offered: string[] } {
  const required = fields.map((it) => it.id).filter((id) => courses.every((it) => it.required.includes(id)));
  const offered = fields.filter((it) => !required.includes(it.id) && (it.decides || courses.some((one) => one.required.includes(it.id)))).map((it) => it.id);
  return { required, offered };
}

/** Entries typed, without those left blank. @param prefix of the names under which they were typed */
export function written(typed: Typed, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).flatMap(([id, text]) => (id.startsWith(prefix) && text.trim() !== '' ? [[id.slice(prefix.length), text.trim()]] : [])));
}

/** 新增线索 where entering starts with a milestone, else 新增 and what it is. */
export function enterTitle({ label, courses }: Pick<RegisterForm, 'label' | 'courses'>): string {
  const milestone = courses[0]?.milestone;
  return milestone ? `新增${milestone.name}` : `新增${label}`;
}
