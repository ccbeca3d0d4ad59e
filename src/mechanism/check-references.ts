import { CITY } from './dossier.ts';
import type { FigureOwners } from './format/measures.ts';
import type { Pack } from './format/pack.ts';
import type { Problem } from './mechanism.ts';
import { parseParameterValue } from './parameters.ts';

type Report = (problem: Problem) => void;

/** Every id that a pack names must exist, once, and every rule must stand on a clause. */
export function checkReferences(pack: Pack, report: Report): void {
  for (const list of ['units', 'groups', 'clauses', 'parameters', 'conditions', 'measures', 'tasks', 'awards', 'evidenceKinds', 'courses'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of pack[list].entries()) {
      if (seen.has(id)) report({ place: [list, index, 'id'], message: '编号重复' });
      seen.add(id);
    }
  }
  checkUnits(pack, report);
  checkExchange(pack, report);
  const clauses = new Set(pack.clauses.map((it) => it.id));
  const needClause = (place: Problem['place'], ids: readonly string[]): void => {
    for (const id of ids) if (!clauses.has(id)) report({ place, message: `没有条款“${id}”` });
  };
  for (const [index, it] of pack.measures.entries()) {
    needClause(['measures', index, 'clauses'], it.clauses);
    for (const [part, figure] of it.figures.entries()) checkOwners(pack, ['measures', index, 'figures', part], figure.of, report);
    if ('ratio' in it) {
      for (const id of [it.ratio.of, it.ratio.over]) {
        const other = pack.measures.find((measure) => measure.id === id);
        if (!other || 'ratio' in other) report({ place: ['measures', index, 'ratio'], message: `“${id}”不是可以相除的指标` });
      }
    }
  }
  for (const [index, it] of pack.awards.entries()) needClause(['awards', index, 'clauses'], it.clauses);
  for (const [index, it] of pack.tasks.entries()) needClause(['tasks', index, 'clauses'], it.clauses);
  for (const [index, it] of pack.cases.entries()) needClause(['cases', index, 'clause'], [it.clause]);
  for (const [index, it] of pack.parameters.entries()) {
    needClause(['parameters', index, 'clause'], [it.clause]);
    for (const [part, reading] of it.readings.entries()) {
      const place = ['parameters', index, 'readings', part];
      if (parseParameterValue(it.type, reading.value) === undefined) report({ place, message: `“${String(reading.value)}”不是${it.type}类型的取值` });
      if (it.list) for (const word of [reading.value].flat()) if (!pack.lists[it.list]?.includes(String(word))) report({ place, message: `“${String(word)}”不在清单 ${it.list} 中` });
    }
    if (it.list && !pack.lists[it.list]) report({ place: ['parameters', index, 'list'], message: `没有清单“${it.list}”` });
  }
}

/** A currency that the registers know, converted by a number. */
function checkExchange({ city, lists, parameters }: Pack, report: Report): void {
  for (const [currency, id] of Object.entries(city.exchange ?? {})) {
    const place = ['city', 'exchange', currency];
    if (!lists['currencies']?.includes(currency)) report({ place, message: `清单 currencies 中没有“${currency}”` });
    if (parameters.find((it) => it.id === id)?.type !== 'number') report({ place, message: `“${id}”不是 number 类型的参数，不能作${currency}的汇率` });
  }
}

function checkUnits(pack: Pack, report: Report): void {
  const units = new Map(pack.units.map((it) => [it.id, it]));
  const names = new Map<string, string>();
  for (const [index, it] of pack.units.entries()) {
    const place = ['units', index];
    if (it.id === CITY) report({ place, message: `“${CITY}”指全市，不能作单位编号` });
    for (const name of [it.name, ...(it.aliases ?? [])]) {
      if (names.has(name)) report({ place, message: `名称“${name}”已属于 ${names.get(name)}` });
      names.set(name, it.id);
    }
    if (it.under !== undefined && !units.has(it.under)) report({ place, message: `没有单位“${it.under}”` });
    if (it.under !== undefined && isAbove(units, it.id)) report({ place, message: '单位的上级绕回了自己' });
    if (it.part !== undefined && pack.units.some((one, before) => before < index && one.part === it.part)) report({ place, message: `已有别的单位担任 ${it.part}` });
    if (it.mergedInto && !units.has(it.mergedInto.unit)) report({ place, message: `没有单位“${it.mergedInto.unit}”` });
    if (it.mergedInto?.unit === it.id) report({ place, message: '单位不能并入自己' });
    if (it.from && it.to && it.from > it.to) report({ place, message: '有效期的起日晚于止日' });
  }
  for (const [index, group] of pack.groups.entries()) {
    if (units.has(group.id)) report({ place: ['groups', index], message: `“${group.id}”已是单位的编号` });
    for (const member of group.members) {
      const id = typeof member === 'string' ? member : member.unit;
      if (!units.has(id)) report({ place: ['groups', index, 'members'], message: `没有单位“${id}”` });
    }
  }
}

/** Whether a unit is found again on the way up from it. */
function isAbove(units: ReadonlyMap<string, { readonly under?: string | undefined }>, id: string): boolean {
  const seen = new Set<string>();
  for (let at = units.get(id)?.under; at !== undefined && !seen.has(at); at = units.get(at)?.under) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

/** Figures and targets name units, groups, the city, or every subject of a kind. */
export function checkOwners(pack: Pack, place: Problem['place'], of: FigureOwners, report: Report): void {
  if (!Array.isArray(of)) return;
  for (const id of of) {
    if (!pack.units.some((it) => it.id === id) && !pack.groups.some((it) => it.id === id)) report({ place, message: `没有单位或单位组“${id}”` });
  }
}
