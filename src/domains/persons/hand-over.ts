import { actorOf } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { scopeSql } from '../../base/rights.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { inWan } from '../../kernel/fen.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { loadDossiers } from '../../ledger/dossiers.ts';
import type { Dossier } from '../../mechanism/dossier.ts';
import { unitName } from '../../mechanism/units.ts';
import { writeWorkbook } from '../../office/write-workbook.ts';
import type { Asked } from './erase.ts';
import { fieldMeant, type Held, type NamingRecord, namingRecord, readHeld } from './held.ts';
import { refuseTelling } from './look.ts';
import { storeRequest } from './requests.ts';
import { detailIds, details, type LookField, lookLabels, registerOf } from './terms.ts';

type Line = readonly string[];

/** Everything held of a human, as tables: a title, headings, lines. */
interface Bundle {
  readonly title: string;
  readonly headings: Line;
  readonly rows: readonly Line[];
}

/**
 * Everything held of a human, for that human: as JSON and as a workbook.
 * @returns two files with neutral names, null where the request is a repetition
 * @throws Refusal 'not-found', 'no-person', 'erased', 'tells-of-human'
 */
export async function handOver(context: LedgerContext, asked: Asked): Promise<{ files: { name: string; base64: string }[] | null }> {
  const { database, rights, request } = context;
  const actor = actorOf(context);
  let bundles: Bundle[] | undefined;
  await write(database, { id: request, account: actor.account, body: ['persons:hand-over', asked] }, async (tx) => {
    const record = await namingRecord(context, rights.scope(actor, 'persons:hand-over'), asked.id, tx);
    const field = fieldMeant(record, asked.field);
    const held = await readHeld(tx, record, field);
    if (held.ids.length === 0 || held.erased) throw new Refusal('erased', '这一项没有个人信息，或已经删除，没有可以提供的内容。');
    refuseTelling(held, [asked.reason, asked.document]);
    bundles = await bundlesOf(tx, context, record, field, held);
    const id = await storeRequest(tx, { kind: 'hand-over', subject: record.id, field, reason: asked.reason, document: asked.document, by: actor.account });
    return { answer: { id }, audit: [{ unit: actor.unit, action: 'persons:hand-over', objectKind: 'person', objectId: held.ids[0]!, detail: { dossier: record.id, field, reason: asked.reason, document: asked.document } }] };
  });
  if (!bundles) return { files: null };
  const name = `个人信息副本-${context.clock.today()}`;
  const json = Buffer.from(JSON.stringify(Object.fromEntries(bundles.map(({ title, headings, rows }) => [title, rows.map((row) => Object.fromEntries(headings.map((it, index) => [it, row[index] ?? ''])))])), null, 2));
  const workbook = await writeWorkbook(bundles.map(({ title, headings, rows }) => ({ name: title, rows: [[...headings], ...rows.map((it) => [...it])], boldRows: [0] })));
  return { files: [{ name: `${name}.json`, base64: json.toString('base64') }, { name: `${name}.xlsx`, base64: Buffer.from(workbook).toString('base64') }] };
}

async function bundlesOf(db: Queryable, context: LedgerContext, record: NamingRecord, field: string, held: Held): Promise<Bundle[]> {
  const { kind } = record;
  const label = kind.fields[field]!.label;
  const own = field === kind.nameField;
  const registered = registerOf(kind.kind, field, own);
  const values: Line[] = [...held.names.map((name, index) => [index === 0 ? label : `${label}（更正前）`, name]), ...detailIds.flatMap((it) => (held.details[it] === undefined ? [] : [[details[it].label, held.details[it]]]))];
  return [
    { title: '个人信息', headings: ['项目', '内容'], rows: values },
    ...(own ? [{ title: '登记内容', headings: ['项目', '内容'], rows: await recordLines(db, context, record) }] : []),
    { title: '关联记录', headings: ['类别', '编号', '关系'], rows: await referenceLines(db, context, record, own ? undefined : label) },
    { title: '谁看过', headings: ['时间', '单位', '内容', '事由'], rows: await lookLines(db, context, held.ids) },
    { title: '处理规则', headings: ['项目', '目的', '依据', '保存期限'], rows: registered.map((it) => [it.label, it.purpose, it.basis, it.retention]) },
  ];
}

async function recordLines(db: Queryable, { ledger }: LedgerContext, { id, kind, number }: NamingRecord): Promise<Line[]> {
  const dossier = (await loadDossiers(db, [id])).get(id)!;
  const evidence = await db.query<{ name: string; kind: string }>('select name, kind from evidence where subject_id = $1 order by added_at', [id]);
  return [
    [`${kind.label}编号`, number],
    ['申报单位', unitName(ledger.mechanism.pack, dossier.unit)],
    ...Object.entries(kind.fields).flatMap(([field, it]): Line[] => (it.type === 'person' || dossier.fields[field] === undefined ? [] : [[it.label, textOf(it.type, dossier.fields[field])]])),
    ...Object.entries(kind.milestones).flatMap(([milestone, it]): Line[] => (dossier.milestones[milestone]?.day ? [[`${it.label}日期`, dossier.milestones[milestone].day]] : [])),
    ...evidence.rows.map((it): Line => ['佐证', `${it.kind}《${it.name}》`]),
  ];
}

function textOf(type: string, value: NonNullable<Dossier['fields'][string]>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return type === 'money' ? `${inWan(BigInt(value))}万` : value;
}

/** The record itself and what refers to it: where its human stands behind a figure. */
async function referenceLines(db: Queryable, { ledger, rights, actor }: LedgerContext, { id, kind, number }: NamingRecord, as: string | undefined): Promise<Line[]> {
  const { vocabulary } = ledger.mechanism;
  const itself: Line = [kind.label, number, as ?? '本人的记录'];
  if (as !== undefined) return [itself];
  const values: unknown[] = [id];
  const { rows } = await db.query<{ kind: string; number: string; role: string }>(
    `select d.kind, d.number, r.role from reference r join dossier d on d.subject_id = r.from_id where r.to_id = $1 and ${scopeSql(rights.scope(actorOf({ actor }), 'records:read'), 'd', values)} order by d.kind, d.number`,
    values,
  );
  return [itself, ...rows.map((it): Line => [vocabulary[it.kind]?.label ?? it.kind, it.number, vocabulary[it.kind]?.references[it.role]?.label ?? it.role])];
}

async function lookLines(db: Queryable, { ledger }: LedgerContext, ids: readonly string[]): Promise<Line[]> {
  const { rows } = await db.query<{ at: Date; unit: string | null; field: string; reason: string }>(
    `select at, unit, detail ->> 'field' as field, detail ->> 'reason' as reason from audit where object_kind = 'person' and object_id = any($1::text[]) and action in ('persons:look', 'persons:hand-over') order by seq`,
    [ids],
  );
  return rows.map((it) => [it.at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }), it.unit === null ? '' : unitName(ledger.mechanism.pack, it.unit), lookLabels[it.field as LookField] ?? '全部', it.reason ?? '']);
}
