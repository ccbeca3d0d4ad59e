import { actorOf } from '../../base/context.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { unitName } from '../../mechanism/units.ts';
import { ENTRY, type SubjectKind } from '../../mechanism/vocabulary.ts';
import { namesOf } from '../persons/store.ts';
import { actionsOn } from './actions.ts';
import { readActs, wordsOf } from './acts.ts';
import { discreetly, readAround } from './around.ts';
import { ownUnits } from '../../mechanism/certification.ts';
import { courseView } from './course-view.ts';
import { mayCheck, readChecks } from './evidence-check.ts';
import { explainRules } from './explain-rules.ts';
import { originText, readHistory } from './history-view.ts';
import { matrixOf } from './matrix.ts';
import { readSiteChecks } from './site-check.ts';
import { neighboursOf } from './neighbours.ts';
import { isShared, percentOf, personIds, shownField } from './shown.ts';
import { refOf, sightOf } from './sight.ts';
import { readAwardCases, readCounted } from './standing.ts';
import { lastObjectors, openDossier } from './store.ts';
import { progressLabels, stateLabelOf } from './terms.ts';
import { transferObjection } from './transfer.ts';
import type { DossierView } from './views.ts';
import { readVisibility } from './visibility.ts';
import { withdrawObjection } from './withdraw.ts';

/** Everything about one record that the actor may see. @throws Refusal 'not-found' where it is out of scope */
export function readDetail(context: LedgerContext, id: string): Promise<DossierView> {
  // On one connection, so that what is asked at once goes out at once.
  return context.database.withClient((client) => detailOf({ ...context, database: { ...context.database, ...client } }, id));
}

async function detailOf(context: LedgerContext, id: string): Promise<DossierView> {
  const { database, ledger, rights } = context;
  const { mechanism } = ledger;
  const { pack, vocabulary } = mechanism;
  const actor = actorOf(context);
  const scope = rights.scope(actor, 'records:read');
  const dossier = await openDossier(database, scope, id);
  const kind = vocabulary[dossier.kind]!;
  const [acts, around, parameters, objectors, neighbours, counted, awards, visibility, checks, siteChecks] = await Promise.all([
    readActs(database, id),
    readAround(database, mechanism, dossier),
    parametersInForce(database, mechanism),
    lastObjectors(database, id),
    neighboursOf(context, dossier),
    readCounted(database, mechanism, id),
    readAwardCases(database, mechanism, id),
    readVisibility(context, dossier),
    readChecks(database, context, id),
    readSiteChecks(database, context, dossier),
  ]);
  const names = await namesOf(database, [dossier.fields, ...acts.flatMap((it) => (it.type === 'fact' ? [it.fact.content.fields ?? {}] : []))].flatMap((it) => personIds(kind, it)));
  const sight = sightOf(context, dossier, names);
  // Papers tell who stands behind a code name.
  const told = sight.veiled ? acts.filter((it) => it.type !== 'evidence') : acts;
  const [history, rules] = await Promise.all([
    readHistory(context, kind, sight, told),
    discreetly(database, scope, mechanism, around, (seen) => explainRules({ mechanism, around: seen, parameters, today: context.clock.today(), sight }, dossier)),
  ]);
  const named = (unit: string): { id: string; name: string } => ({ id: unit, name: unitName(pack, unit) });
  const state = dossier.milestones[ENTRY]?.state ?? 'withdrawn';
  return {
    ...refOf(kind, dossier, sight),
    unit: named(dossier.unit),
    version: dossier.version,
    state,
    stateLabel: stateLabelOf(state),
    fields: Object.entries(kind.fields).map(([field, { label, type, list }]) => ({ id: field, label, value: shownField(kind, dossier.fields, field, sight), type, choices: type === 'choice' ? [...(pack.lists[list!] ?? [])] : [] })),
    milestones: milestonesOf(kind, dossier),
    course: courseView({ mechanism, around, parameters, today: context.clock.today(), evidence: wordsOf(acts) }, dossier),
    progress: dossier.progress ? { ...dossier.progress, label: progressLabels[dossier.progress.is] } : null,
    ...neighbours,
    credits: dossier.credits.map(({ from, parts }) => ({ from, shared: isShared(parts), parts: parts.map((it) => ({ unit: named(it.unit), percent: Number(percentOf(it.share)) })) })),
    evidence: told.flatMap((it) => (it.type === 'evidence' ? [{ id: it.id, name: it.name, kind: it.kind, milestone: it.milestone, size: it.size, unit: named(it.unit), at: it.at.toISOString(), origin: it.origin, checks: checks.get(it.id) ?? [] }] : [])),
    origin: sight.veiled ? null : originText(acts.findLast((it) => it.type === 'fact' && it.origin !== null)),
    history,
    counted,
    rules,
    awards,
    visibility,
    actions: actionsOn(context, dossier, matrixOf(context, dossier, { around, parameters, objectors })),
    mayCorrect: rights.can(actor, 'records:write', { units: ownUnits(dossier) }),
    siteChecks,
    mayCheck: mayCheck(context, dossier),
    mayTransfer: transferObjection(context, dossier) === null,
    mayNotWithdraw: withdrawObjection(context, dossier),
  };
}

function milestonesOf(kind: SubjectKind, dossier: Dossier): DossierView['milestones'] {
  return Object.entries(kind.milestones).map(([id, { label }]) => {
    const held = dossier.milestones[id];
    return { id, label, day: held?.day ?? null, state: held?.state ?? null, stateLabel: held ? stateLabelOf(held.state) : null };
  });
}
