import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import type { Transaction } from '../../base/transaction.ts';
import { write } from '../../base/write.ts';
import { hash } from 'node:crypto';
import { type Day, parseDay } from '../../kernel/day.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isUuid, trimmed } from '../../kernel/text.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { StoredDossier } from '../../ledger/dossiers.ts';
import { unitName } from '../../mechanism/units.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import { refuseTelling } from './discretion.ts';
import { keepEvidence } from './evidence.ts';
import { mayCheck } from './evidence-check.ts';
import { milestoneLabel } from './history.ts';
import { accountNames, lockSubject, openDossier } from './store.ts';
import { SITE_CHECK, SITE_PHOTO } from './terms.ts';
import type { DossierView } from './views.ts';

/** What two persons found on the spot, as the first of them writes it down. */
export interface NewSiteCheck {
  readonly dossier: string;
  readonly milestone: string;
  readonly day: Day;
  readonly findings: string;
  /** Whether it is there as it was declared. */
  readonly good: boolean;
  readonly photos: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** Writes a check on the spot down; it counts once a second person confirms it. @throws Refusal 'not-found', 'own-record', 'missing', 'tells-of-human', and as evidence for photos */
export async function makeSiteCheck(context: LedgerContext, { photos, ...input }: NewSiteCheck): Promise<{ id: string }> {
  const actor = actorOf(context);
  const findings = trimmed(input.findings).slice(0, 1000);
  if (!isUuid(input.dossier)) throw new Refusal('not-found', '没有找到这条记录，可能已经删去，或不在您的查看范围之内。');
  if (findings === '') throw new Refusal('missing', '请写明现场看到的情况。');
  if (parseDay(input.day) === undefined || input.day > context.clock.today()) throw new Refusal('missing', '请填写核查的日期，不能晚于今天。');
  const hashes = photos.map((it) => hash('sha256', it.bytes));
  return write(context.database, { id: context.request, account: actor.account, body: ['records:site-check', input, hashes] }, async (tx) => {
    const dossier = await openForCheck(tx, context, input.dossier);
    if (input.milestone !== ENTRY && !dossier.milestones[input.milestone]) throw new Refusal('missing', '请选择核查的是哪一事项。');
    await refuseTelling(tx, context.ledger.mechanism.vocabulary[dossier.kind]!, [dossier.fields], [findings, ...photos.map((it) => it.name)]);
    const { rows } = await tx.query<{ id: string }>(
      'insert into site_check (subject_id, milestone, day, findings, good, unit, account, request) values ($1, $2, $3, $4, $5, $6, $7, $8) returning id',
      [dossier.id, input.milestone, input.day, findings, input.good, actor.unit, actor.account, context.request],
    );
    const author = { unit: actor.unit, account: actor.account, request: context.request, today: context.clock.today() };
    for (const it of photos) await keepEvidence(tx, author, { dossier: dossier.id, milestone: input.milestone, kind: SITE_PHOTO, ...it });
    return { answer: { id: rows[0]!.id }, audit: [{ unit: actor.unit, action: 'records:site-check', objectKind: 'dossier', objectId: dossier.id, detail: { milestone: input.milestone, day: input.day, rows: photos.length } }] };
  });
}

/**
 * The second person confirms what both saw: from now on it stands as evidence 现场核查记录, in one sheet.
 * @throws Refusal 'not-found', 'own-record', 'same-person', 'already-confirmed'
 */
export async function confirmSiteCheck(context: LedgerContext, input: { id: string }): Promise<{ done: true }> {
  const actor = actorOf(context);
  return write(context.database, { id: context.request, account: actor.account, body: ['records:confirm-site-check', input] }, async (tx) => {
    const { rows: [check] } = await tx.query<{ subject_id: string; milestone: string; day: Day; findings: string; good: boolean; unit: string; account: string; confirmed: boolean }>(
      'select subject_id, milestone, day, findings, good, unit, account, confirmed_by is not null as confirmed from site_check where id = $1 for update',
      [input.id],
    );
    if (!check) throw new Refusal('not-found', '没有找到这次现场核查，可能不在您的查看范围之内。');
    const dossier = await openForCheck(tx, context, check.subject_id);
    if (check.confirmed) throw new Refusal('already-confirmed', '这次现场核查已经确认过了，请刷新。');
    if (check.account === actor.account) throw new Refusal('same-person', '现场核查要两个人：请同去的另一位同志用自己的账号确认。');
    const { pack, vocabulary } = context.ledger.mechanism;
    const label = milestoneLabel(vocabulary[dossier.kind]!, check.milestone);
    const bytes = await writeWorkbook([{ name: SITE_CHECK, boldRows: [0], widths: [16, 60], rows: [
      [SITE_CHECK], ['编号', dossier.number], ['事项', label], ['核查日期', { date: check.day }], ['核查单位', unitName(pack, check.unit)], ['确认单位', unitName(pack, actor.unit)],
      ['结论', check.good ? '与申报一致' : '与申报不一致'], ['现场情况', check.findings], ['核查编号', input.id],
    ] }]);
    const author = { unit: actor.unit, account: actor.account, request: context.request, today: context.clock.today() };
    // What was found otherwise proves nothing of what was declared.
    const evidence = await keepEvidence(tx, author, { dossier: dossier.id, milestone: check.milestone, kind: check.good ? SITE_CHECK : `${SITE_CHECK}（不一致）`, name: `${SITE_CHECK}-${check.day}.xlsx`, bytes });
    await tx.query('update site_check set confirmed_unit = $2, confirmed_by = $3, confirmed_at = clock_timestamp(), evidence_id = $4 where id = $1', [input.id, actor.unit, actor.account, evidence]);
    return { answer: { done: true }, audit: [{ unit: actor.unit, action: 'records:confirm-site-check', objectKind: 'dossier', objectId: dossier.id, detail: { milestone: check.milestone, evidence } }] };
  });
}

/** Checks on the spot of a record, the latest first. The caller has seen to the scope. */
export async function readSiteChecks(db: Queryable, context: LedgerContext, dossier: StoredDossier): Promise<DossierView['siteChecks']> {
  const { rows } = await db.query<{ id: string; milestone: string; day: Day; findings: string; good: boolean; unit: string; account: string; confirmedUnit: string | null; confirmedBy: string | null }>(
    'select id, milestone, day, findings, good, unit, account, confirmed_unit as "confirmedUnit", confirmed_by as "confirmedBy" from site_check where subject_id = $1 order by made_at desc',
    [dossier.id],
  );
  const names = await accountNames(db, rows.flatMap((it) => [it.account, it.confirmedBy ?? []].flat()));
  const person = (unit: string, account: string) => ({ unit: unitName(context.ledger.mechanism.pack, unit), name: names.get(account) ?? null });
  const may = mayCheck(context, dossier);
  return rows.map(({ unit, account, confirmedUnit, confirmedBy, ...it }) => ({
    ...it,
    milestoneLabel: milestoneLabel(context.ledger.mechanism.vocabulary[dossier.kind]!, it.milestone),
    by: person(unit, account),
    confirmed: confirmedBy === null ? null : person(confirmedUnit!, confirmedBy),
    mayConfirm: may && confirmedBy === null && account !== actorOf(context).account,
  }));
}

async function openForCheck(tx: Transaction, context: LedgerContext, id: string): Promise<StoredDossier> {
  await lockSubject(tx, id);
  const dossier = await openDossier(tx, context.rights.scope(actorOf(context), 'records:read'), id);
  if (!mayCheck(context, dossier)) throw new Refusal('own-record', '本单位的记录，不能由本单位核查，请由初核、认定单位核查。');
  if (!dossier.milestones[ENTRY]) throw new Refusal('withdrawn', '这条记录已经撤回，不能再核查。');
  return dossier;
}
