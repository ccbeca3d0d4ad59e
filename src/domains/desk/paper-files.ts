import type { Actor, Rights } from '../../base/rights.ts';
import { scopeSql } from '../../base/rights.ts';
import type { Database } from '../../base/database.ts';
import { decimal, formatDecimal } from '../../kernel/decimal.ts';
import { parseWindow, windowInChinese } from '../../kernel/window.ts';
import { type Contribution, readContributions } from '../../ledger/figures.ts';
import { type Ledger, parametersInForce } from '../../ledger/ledger.ts';
import { readShownFigures } from '../../ledger/printed.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import { clauseRefs } from '../../mechanism/clauses.ts';
import { writtenInChinese } from '../../mechanism/operand.ts';
import { proofOf } from './paper-proof.ts';
import { paperReadme } from './paper-readme.ts';
import type { PaperRow } from './paper-store.ts';
import { evidenceFiles, factRows, postingRows, verdictRows } from './paper-tables.ts';
import { csvFile, type PackedFile, textFile } from './paper-zip.ts';

export interface PaperContext {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly rights: Rights;
}

/** Every file of a pack but the list of hashes, on one state of the ledger as far as the asker may see it. */
export async function paperFiles({ database: db, ledger, rights }: PaperContext, paper: PaperRow, progress: (done: number, total: number) => Promise<void>): Promise<PackedFile[]> {
  const { mechanism, packHash } = ledger;
  const actor: Actor = { account: paper.account, unit: paper.unit, units: paper.units, role: paper.role };
  const scope = rights.scope(actor, 'records:read');
  const measure = mechanism.measures.get(paper.measure)!;
  const window = parseWindow(paper.window)!;
  const key = { measure: paper.measure, owner: paper.owner, window, standing: paper.standing };
  const [shown] = await readShownFigures(db, mechanism, [key]);
  const upTo = shown!.frozenBy?.lastSeq;
  const parts = 'ratio' in measure ? [measure.ratio.of, measure.ratio.over] : [measure.id];
  const counted: (Contribution & { measure: string })[] = [];
  for (const part of parts) counted.push(...(await readContributions(db, mechanism, part, key, upTo)).map((it) => ({ ...it, measure: part })));
  const values: unknown[] = [[...new Set(counted.map((it) => it.subject))]];
  const { rows: seen } = await db.query<{ id: string }>(`select d.subject_id as id from dossier d where d.subject_id = any($1::uuid[]) and ${scopeSql(scope, 'd', values)} order by d.kind, d.number`, values);
  const ids = seen.map((it) => it.id);
  await progress(0, ids.length);
  const hidden = counted.filter((it) => !ids.includes(it.subject));
  const names = await ownerNames(db, mechanism, [paper.owner]);
  const labelOf = (id: string): string => mechanism.measures.get(id)?.label ?? id;
  const text = (value: bigint | null | undefined): string => (value === null || value === undefined ? '' : formatDecimal(value));
  const parameters = await parametersInForce(db, mechanism, upTo);
  const hung = mechanism.pack.parameters.filter((it) => [paper.measure, ...parts].some((one) => mechanism.hangsOn.get(it.id)?.has(one)));
  const sentences = parts.flatMap((part) => [`【${labelOf(part)}】`, ...mechanism.rules.filter((it) => it.measure === part).map((it) => `· ${it.sentence}`)]);
  const clauses = clauseRefs(mechanism.pack, [...new Set([measure, ...parts.map((it) => mechanism.measures.get(it)!)].flatMap((it) => it.clauses))]);
  const files: PackedFile[] = [
    csvFile('1-数.csv', [
      ['指标', '单位或对象', '时段', '口径', '数', '分子', '分母', '存疑', '封账时段', '封账后账上的数', '范围外的记录', '范围外的数'],
      [measure.label, names.get(paper.owner) ?? paper.owner, windowInChinese(window), paper.standing === 'certified' ? '认定' : '申报', text(shown!.value), text(shown!.of?.numerator), text(shown!.of?.denominator), String(shown!.doubt), shown!.frozenBy?.window ?? '', shown!.frozenBy ? text(shown!.live.value) : '', String(new Set(hidden.map((it) => it.subject)).size), formatDecimal(hidden.reduce((sum, it) => sum + decimal(it.quantity), 0n))],
    ]),
    csvFile('2-计数.csv', [
      ['账序号', '指标', '编号', '计入', '事项日期', '数', '存疑', '条款', '版本', '记账时间'],
      ...(await postingRows(db, mechanism, { measures: parts, standing: paper.standing, owners: [...new Set(counted.map((it) => it.unit))], subjects: ids, window, upTo, state: 'state' in measure })),
    ]),
    csvFile('3-事实.csv', [['账序号', '对象', '编号', '事项', '日期', '内容', '撤回', '说明人', '登记时间', '原因', '来源', '封账后'], ...(await factRows(db, mechanism, ids, upTo))]),
    csvFile('4-认定.csv', [['账序号', '对象', '编号', '事项', '做了什么', '日期', '单位', '原因', '依据', '期初建账', '封账后'], ...(await verdictRows(db, mechanism, ids, upTo))]),
    textFile('6-规则.txt', [`机制包版本（SHA-256）：${packHash}`, '', ...sentences, '', '条款：', ...clauses.map((it) => `${it.place}（${it.title}）`), '', '规则原文（机制包）：', JSON.stringify([measure, ...parts.filter((it) => it !== measure.id).map((it) => mechanism.measures.get(it))], null, 1), ''].join('\n')),
    csvFile('7-口径.csv', [['口径', '问题', '取值', '是否已决定', '依据'], ...hung.map((it) => {
      const inForce = parameters.at(it.id, window.to);
      return [it.label, it.question, inForce ? writtenInChinese(inForce.written) : '', inForce?.decided ? '是' : '否', inForce?.source ?? ''];
    })]),
    { path: '8-审计证明.json', bytes: Buffer.from(JSON.stringify(await proofOf(db, ids), null, 1)) },
  ];
  files.push(...(await evidenceFiles(db, mechanism, ids, (done) => progress(done, ids.length))));
  return [textFile('0-说明.txt', paperReadme(measure.label, names.get(paper.owner) ?? paper.owner, windowInChinese(window))), ...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}
