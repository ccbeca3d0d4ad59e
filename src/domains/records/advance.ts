import type { Transaction } from '../../base/transaction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import { parametersInForce } from '../../ledger/ledger.ts';
import type { Statement } from '../../ledger/statements.ts';
import { readAround } from './around.ts';
import { changeDossier } from './change.ts';
import { changedEntry } from './changed-entry.ts';
import { evidenceWords, gateProblems, type GatesReading, reasonBefore } from './gates.ts';
import { milestoneLabel } from './history.ts';
import type { AdvanceInput } from './views.ts';

/**
 * Records that a subject has reached a milestone, where its gate lets it, with what the gate asks for and was still missing: one act.
 * What ends a thing (a talent leaves) reopens what was certified of it.
 * @throws Refusal 'gate' with everything that is missing, 'recorded', 'missing' (a reason), 'bad-milestone', and as `changeDossier`
 */
export async function advanceDossier(context: LedgerContext, input: AdvanceInput): Promise<{ done: true }> {
  const { milestone, day, reason, fields, references } = input;
  const detail = { milestone, day, ...(Object.keys(fields).length > 0 && { fields: Object.keys(fields) }), ...(Object.keys(references).length > 0 && { references: Object.keys(references) }) };
  return changeDossier(context, { right: 'records:write', action: 'records:advance', input, detail }, async (tx, dossier) => {
    const { pack, vocabulary } = context.ledger.mechanism;
    const kind = vocabulary[dossier.kind]!;
    if (!Object.hasOwn(kind.milestones, milestone)) throw new Refusal('bad-milestone', `${kind.label}没有这一事项，请刷新后重新选择。`);
    const label = milestoneLabel(kind, milestone);
    if (dossier.milestones[milestone]) throw new Refusal('recorded', `${label}已经登记为${dossier.milestones[milestone].day}。日期有误请用“更正”。`);
    const { after, problems: wrong, keep } = await changedEntry(tx, context, dossier, input);
    const reading = await readGates(tx, context, after);
    const problems = [...new Set([...wrong, ...gateProblems(reading, after, milestone, day)])];
    if (problems.length > 0) throw new Refusal('gate', `还不能登记${label}：${problems[0]!}`, undefined, problems);
    const before = reasonBefore(reading.parameters, reading.today);
    if (reason === '' && before !== null && day < before) throw new Refusal('missing', `${label}日期早于规定的补登期限，请写明补登的原因。`);
    const decay = pack.decay.find((it) => it.subject === dossier.kind && it.milestone === milestone);
    return { ...(await keep()), milestones: { [milestone]: day }, ...(decay && reopening(dossier, decay.reopens, reason, label)), ...(reason !== '' && { reason }) };
  });
}

/** What the gates of a dossier are read under, inside a transaction or outside. */
export async function readGates(tx: Pick<Transaction, 'query'>, context: LedgerContext, dossier: StoredDossier): Promise<GatesReading> {
  const { mechanism } = context.ledger;
  const [around, parameters, evidence] = await Promise.all([readAround(tx, mechanism, dossier), parametersInForce(tx, mechanism), evidenceWords(tx, dossier.id)]);
  return { mechanism, around, parameters, evidence, today: context.clock.today() };
}

function reopening(dossier: StoredDossier, reopens: readonly string[], reason: string, label: string): Pick<Statement, 'verdict'> {
  if (reason === '') throw new Refusal('missing', `登记${label}会使已有的认定重新打开，请写明情况。`);
  const standing = reopens.filter((it) => dossier.milestones[it]);
  return standing.length > 0 ? { verdict: { act: 'declare', milestones: standing, reason: `${label}：${reason}` } } : {};
}
