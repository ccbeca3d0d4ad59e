import type { Pack } from './format/pack.ts';
import type { Problem } from './mechanism.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every indicator reads a field that there is, has points for all of its words or ascending bands, and a number for its weight. */
export function checkQuality({ quality, clauses, lists, parameters }: Pack, vocabulary: Vocabulary, report: (problem: Problem) => void): void {
  if (!quality) return;
  const kind = vocabulary[quality.subject];
  const tell = (message: string, ...place: (string | number)[]): void => report({ place: ['quality', ...place], message });
  if (!clauses.some((it) => it.id === quality.clause)) tell(`没有条款“${quality.clause}”`, 'clause');
  if (!kind) return tell(`没有“${quality.subject}”这类对象`, 'subject');
  if (quality.only && !Object.hasOwn(kind.fields, quality.only.field)) tell(`${kind.label}没有字段“${quality.only.field}”`, 'only');
  for (const [index, it] of quality.indicators.entries()) {
    const at = (message: string): void => tell(`${it.id}：${message}`, 'indicators', index);
    const field = Object.hasOwn(kind.fields, it.field) ? kind.fields[it.field]! : undefined;
    if (parameters.find((one) => one.id === it.weight)?.type !== 'number') at(`“${it.weight}”不是 number 类型的参数，不能作权重`);
    if (!field) at(`${kind.label}没有字段“${it.field}”`);
    else if (field.type === 'choice' ? !it.words || it.bands : field.type !== 'number' || !it.bands || it.words) at('选项字段按 words 给分，数字字段按 bands 给分');
    const words = field?.type === 'choice' ? (lists[field.list!] ?? []) : [];
    for (const word of words) if (it.words && !Object.hasOwn(it.words, word)) at(`“${word}”没有写明得分`);
    for (const word of Object.keys(it.words ?? {})) if (field && !words.includes(word)) at(`“${word}”不在清单中`);
    if (it.bands?.some((one, nth) => nth > 0 && one.from <= it.bands![nth - 1]!.from)) at('bands 要从小到大');
  }
}
