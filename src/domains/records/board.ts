import type { InferContractRouterOutputs } from '@orpc/contract';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import { daysBetween } from '../../kernel/day.ts';
import { unitName } from '../../mechanism/units.ts';
import { namesOf } from '../persons/store.ts';
import type { recordsContract } from './contract.ts';
import { conditionsOf, type RowQuery } from './find-rows.ts';
import { readerOf } from './registers.ts';
import { personIds, shownField } from './shown.ts';
import { refOf, sightOf } from './sight.ts';
import { lastDayOf, stagesOf, stageSql } from './stages.ts';
import { CARDS, progressLabels } from './terms.ts';

type Board = InferContractRouterOutputs<typeof recordsContract>['board'];

/** The stages of a kind with what stands at each, the latest moved first; none where it goes no course. @throws Refusal 'not-found', 'bad-filter' */
export async function readBoard(context: LedgerContext, query: Omit<RowQuery, 'page'> & { kind: string }): Promise<Board> {
  const { database, ledger, clock } = context;
  const { vocabulary, pack } = ledger.mechanism;
  const kind = vocabulary[query.kind];
  const stages = stagesOf(ledger.mechanism, query.kind);
  if (!kind) throw new Refusal('not-found', '没有这一类台账，请从台账列表中选择。');
  if (stages.length === 0) return [];
  const values: unknown[] = [];
  const where = conditionsOf(ledger.mechanism, readerOf(context), kind, query, values);
  const stage = stageSql(stages, (value) => `$${values.push(value)}`);
  const { rows } = await database.query<{ id: string; stage: string; total: string }>(
    `select id, stage, total from (
       select id, stage, count(*) over (partition by stage) as total, row_number() over (partition by stage order by last desc nulls last, id desc) as place
       from (select d.subject_id as id, ${stage} as stage, (select max(m.value ->> 'day') from jsonb_each(d.body -> 'milestones') m) as last from dossier d where ${where}) found
     ) ranked where place <= ${CARDS} order by stage, place`,
    values,
  );
  const dossiers = await loadDossiers(database, rows.map((it) => it.id));
  const names = await namesOf(database, [...dossiers.values()].flatMap((it) => personIds(kind, it.fields)));
  const amount = Object.entries(kind.fields).find(([, it]) => it.type === 'money')?.[0];
  const today = clock.today();
  return stages.map(({ label }) => {
    const here = rows.filter((it) => it.stage === label);
    return {
      stage: label,
      total: Number(here[0]?.total ?? 0),
      cards: here.flatMap(({ id }) => {
        const dossier = dossiers.get(id);
        if (!dossier) return [];
        const sight = sightOf(context, dossier, names);
        const last = lastDayOf(dossier);
        return [{
          ...refOf(kind, dossier, sight),
          unit: dossier.unit === '' ? null : { id: dossier.unit, name: unitName(pack, dossier.unit) },
          amount: amount === undefined ? null : shownField(kind, dossier.fields, amount, sight),
          days: last === null ? null : daysBetween(last, today),
          progress: dossier.progress ? { is: dossier.progress.is, label: progressLabels[dossier.progress.is] } : null,
        }];
      }),
    };
  });
}
