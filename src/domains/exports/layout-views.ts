import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Pack } from '../../mechanism/format/pack.ts';
import { goalOf, layoutsOf } from '../../mechanism/layouts.ts';
import type { exportsContract } from './contract.ts';
import type { KeptLayout } from './layout-store.ts';

/** The forms in which registers leave, as the pages show them: each register's own, the pack's, the unit's. */
export function layoutViews(pack: Pack, kept: readonly KeptLayout[]): InferContractRouterOutputs<typeof exportsContract>['layouts'] {
  return layoutsOf(pack, kept).map(({ id, label, form, register }) => {
    const own = kept.find((it) => it.id === id);
    const columns = form.columns.map((it) => ({ of: register.columns.find((one) => goalOf(one) === goalOf(it))?.heading ?? null, heading: it.heading, group: it.group ?? '' }));
    return { id, label, kind: register.subject!, sheet: register.sheet, title: form.title ?? `{year}年度${register.sheet}`, own: own !== undefined, version: own?.version ?? 0, columns };
  });
}
