import type { InferContractRouterOutputs } from '@orpc/contract';
import { actorOf } from '../../base/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { unitName } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import { cellOf, columnsOf, isNumeric, labelOf } from './columns.ts';
import type { recordsContract } from './contract.ts';
import { countKinds, findRows, type Reader, type RowQuery } from './find-rows.ts';
import { personIds } from './shown.ts';
import { refOf, sightOf } from './sight.ts';
import { subjectsOf } from './store.ts';
import { stageOf, stagesOf } from './stages.ts';
import { PAGE_SIZE, progressLabels, SEALED_LABEL, stateLabelOf } from './terms.ts';

type Outputs = InferContractRouterOutputs<typeof recordsContract>;

/** The city's registers, in the pack's order, with what the actor may see of each. */
export async function readKinds({ database, ledger, rights, actor }: LedgerContext): Promise<Outputs['kinds']> {
  const counts = await countKinds(database, rights.scope(actorOf({ actor }), 'records:read'));
  return ledger.mechanism.pack.registers.flatMap(({ subject, sheet }) =>
    subject === undefined ? [] : [{ kind: subject, label: ledger.mechanism.vocabulary[subject]!.label, sheet, count: counts.get(subject) ?? 0 }]);
}

/** Words that may be a person's name are not taken from an address. @throws Refusal 'search-by-post' */
export function refuseNamesInAddress({ ledger }: Pick<LedgerContext, 'ledger'>, kind: string): void {
  const fields = Object.values(ledger.mechanism.vocabulary[kind]?.fields ?? {});
  if (fields.some((it) => it.type === 'person')) throw new Refusal('search-by-post', '这类台账登记了个人，查找的内容可能是姓名，请用 POST /registers/{kind}/search 提交，不要写在地址里。');
}

/** For whom the lists are read that an actor asks for. */
export function readerOf(context: LedgerContext): Reader {
  const { rights } = context;
  const actor = actorOf(context);
  return { scope: rights.scope(actor, 'records:read'), plain: rights.reach(actor, 'records:write') === 'none' ? undefined : rights.scope(actor, 'records:write') };
}

/** A page of a register. @throws Refusal 'not-found' where the city keeps none of that kind */
export async function readRegister(context: LedgerContext, query: RowQuery & { kind: string }): Promise<Outputs['list']> {
  const { database, ledger } = context;
  const { pack, vocabulary } = ledger.mechanism;
  const register = pack.registers.find((it) => it.subject !== undefined && it.subject === query.kind);
  const kind = vocabulary[query.kind];
  if (!register || !kind) throw new Refusal('not-found', '没有这一类台账，请从台账列表中选择。');
  const { scope, plain } = readerOf(context);
  const stages = stagesOf(ledger.mechanism, kind.kind);
  const { ids, total } = await findRows(database, ledger.mechanism, { scope, plain }, kind, query);
  const dossiers = await loadDossiers(database, ids);
  const [names, numbers] = await Promise.all([
    namesOf(database, [...dossiers.values()].flatMap((it) => personIds(kind, it.fields))),
    subjectsOf(database, scope, [...dossiers.values()].flatMap((it) => Object.values(it.references))),
  ]);
  const columns = columnsOf(kind, register);
  return {
    kind: kind.kind,
    label: kind.label,
    sheet: register.sheet,
    columns: columns.map((it) => ({ label: labelOf(it), numeric: isNumeric(kind, it) })),
    rows: ids.flatMap((id) => {
      const dossier = dossiers.get(id);
      if (!dossier) return [];
      const sight = sightOf(context, dossier, names);
      const state = dossier.milestones['entry']?.state ?? 'withdrawn';
      return [{
        ...refOf(kind, dossier, sight),
        unit: dossier.unit === '' ? null : { id: dossier.unit, name: unitName(pack, dossier.unit) },
        state,
        stateLabel: stateLabelOf(state),
        stage: stageOf(stages, dossier) ?? null,
        progress: dossier.progress ? { is: dossier.progress.is, label: progressLabels[dossier.progress.is] } : null,
        cells: columns.map((it) => cellOf(kind, it, dossier, sight, (to) => numbers.get(to)?.number ?? SEALED_LABEL)),
      }];
    }),
    total,
    page: query.page,
    pageSize: PAGE_SIZE,
  };
}
