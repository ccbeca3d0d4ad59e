import { checkColumn } from './check-registers.ts';
import type { Pack } from './format/pack.ts';
import type { Problem } from './mechanism.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every layout is of a register, its columns hold what there is, and a foreign amount stands beside its currency. */
export function checkLayouts(pack: Pack, vocabulary: Vocabulary, report: (problem: Problem) => void): void {
  const ids = new Set<string>();
  for (const [index, layout] of pack.layouts.entries()) {
    const place = ['layouts', index];
    if (ids.has(layout.id)) report({ place, message: '编号重复' });
    ids.add(layout.id);
    const register = pack.registers.find((it) => it.sheet === layout.register);
    const kind = vocabulary[register?.subject ?? ''];
    if (!register || !kind) {
      report({ place, message: `没有登记对象的台账“${layout.register}”` });
      continue;
    }
    const columns = layout.columns.map((it) => ('of' in it ? register.columns.find((one) => one.heading === it.of) : it));
    const headings = new Set<string>();
    for (const [at, it] of layout.columns.entries()) {
      const where = [...place, 'columns', at];
      const heading = it.heading ?? ('of' in it ? it.of : '');
      if (headings.has(heading)) report({ place: where, message: `列名“${heading}”重复` });
      headings.add(heading);
      const column = columns[at];
      if (!column) report({ place: where, message: `“${register.sheet}”没有“${'of' in it ? it.of : ''}”这一列` });
      else checkColumn(pack, column, kind, where, report);
      const currency = column?.field === undefined ? undefined : kind.fields[column.field]?.currency;
      if (column?.unitOfForeign && !columns.some((one) => one?.field !== undefined && one.field === currency)) report({ place: where, message: `“${heading}”外币另有单位，要同时有币种一列` });
      if (column?.unitsBy !== undefined && !pack.unitTables.some((one) => one.id === column.unitsBy)) report({ place: where, message: `没有单位对照表“${column.unitsBy}”` });
    }
  }
  for (const [index, table] of pack.unitTables.entries()) {
    for (const unit of Object.keys(table.names)) if (!pack.units.some((it) => it.id === unit)) report({ place: ['unitTables', index], message: `没有单位“${unit}”` });
  }
}
