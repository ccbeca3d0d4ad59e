import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { offeredActs } from './flow.ts';
import { type Matrix, tellingObjection } from './matrix.ts';
import { actLabels } from './terms.ts';
import type { DossierView } from './views.ts';

/** Every act that there is for such a record, with whether the actor may do it now, on which milestones, and why not. */
export function actionsOn(context: LedgerContext, dossier: Dossier, matrix: Matrix): DossierView['actions'] {
  const may = context.rights.can(actorOf(context), 'verdicts:give', { units: ownUnits(dossier) });
  const upstream = matrix.places.some((it) => it.appointed?.upstream !== undefined);
  return offeredActs
    .filter((act) => upstream || act !== 'certify-upstream')
    .map((act) => {
      const milestones = may ? matrix.places.filter((it) => matrix.objection(act, it) === undefined) : [];
      const allowed = milestones.length > 0;
      const why = may ? (tellingObjection(matrix, act)?.message ?? '没有可以处理的事项。') : '您的岗位只能查看，不能作出认定。';
      return { act, label: actLabels[act], allowed, why: allowed ? null : why, milestones: milestones.map(({ id, name }) => ({ id, name })) };
    });
}
