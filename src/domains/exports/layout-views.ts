import type { InferContractRouterOutputs } from '@orpc/contract';
import type { ColumnFormat } from '../../mechanism/format/registers.ts';
import { goalOf, layoutsOf, paletteOf } from '../../mechanism/layouts.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import type { exportsContract } from './contract.ts';
import type { KeptLayout } from './layout-store.ts';

/** The forms in which registers leave, as the pages show them: each register's own, the pack's, the unit's. */
export function layoutViews(mechanism: Mechanism, kept: readonly KeptLayout[]): InferContractRouterOutputs<typeof exportsContract>['layouts'] {
  return layoutsOf(mechanism, kept).map(({ id, label, form, register }) => {
    const own = kept.find((it) => it.id === id);
    const palette = paletteOf(register, mechanism.vocabulary[register.subject!]!);
    const columns = form.columns.map((it) => {
      const plain = palette.find((one) => goalOf(one) === goalOf(it));
      return { of: plain?.heading ?? null, plain: plain !== undefined && isAlike(it, plain), heading: it.heading, group: it.group ?? '' };
    });
    return { id, label, kind: register.subject!, sheet: register.sheet, title: form.title ?? `{year}年度${register.sheet}`, own: own !== undefined, version: own?.version ?? 0, columns, palette: palette.map((it) => it.heading) };
  });
}

/** Whether two columns of one content are written alike: in the same unit, by the same names of units. */
function isAlike(one: ColumnFormat, other: ColumnFormat): boolean {
  return one.unitOfAmount === other.unitOfAmount && one.unitOfForeign === other.unitOfForeign && one.unitsBy === other.unitsBy;
}
