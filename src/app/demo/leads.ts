import { addDays, type Day, yearOf } from '../../kernel/day.ts';
import type { Transaction } from '../../base/transaction.ts';
import { record } from '../../ledger/record.ts';
import type { Author, Statement } from '../../ledger/statements.ts';
import { resolveSubjects } from '../../ledger/subjects.ts';
import type { ProgressState } from '../../mechanism/dossier.ts';
import { keepEvidence } from '../../domains/records/evidence.ts';
import type { Platform } from '../platform.ts';

/** A lead or project in flight: what it is, how far it has come, how many days ago it moved last, how it goes on. */
interface Lead {
  readonly name: string;
  readonly type: string;
  readonly chain: string;
  /** In 万元. */
  readonly planned: number;
  /** How many of the milestones that its course asks of all have been reached. */
  readonly steps: number;
  readonly idle: number;
  readonly progress?: readonly [ProgressState, string];
}

const LEADS: readonly Lead[] = [
  { name: '固态电池电解质膜中试线', type: '人才创业项目', chain: '化工新材料', planned: 6000, steps: 1, idle: 3 },
  { name: '医用可降解缝合线', type: '人才创业项目', chain: '医药', planned: 3500, steps: 2, idle: 12 },
  { name: '高速精密主轴', type: '产业项目', chain: '机电', planned: 18000, steps: 2, idle: 41, progress: ['behind', '用地等要素不足'] },
  { name: '工业废水零排放装备', type: '产业项目', chain: '节能环保', planned: 26000, steps: 3, idle: 8 },
  { name: '合成生物原料药', type: '产业项目', chain: '生物发酵', planned: 52000, steps: 4, idle: 20, progress: ['advancing', ''] },
  { name: '特种气体充装站', type: '产业项目', chain: '化工', planned: 9000, steps: 2, idle: 66, progress: ['shelved', '审批受阻'] },
  { name: '智能减振器二期', type: '产业项目', chain: '机电', planned: 12000, steps: 1, idle: 1 },
  { name: '长效缓释制剂研发中心', type: '人才创业项目', chain: '医药', planned: 4800, steps: 4, idle: 5, progress: ['advancing', ''] },
  { name: '再生碳纤维', type: '产业项目', chain: '化工新材料', planned: 33000, steps: 3, idle: 90, progress: ['lost', '落户外地'] },
];

/** Leads of the parks that have the most projects, each with the evidence that its milestones ask for: invented, none signed yet. */
export async function playLeads({ ledger, database }: Platform, tx: Transaction, author: Author, specimen: Uint8Array): Promise<void> {
  const { mechanism } = ledger;
  const { rows: parks } = await database.query<{ unit: string }>("select unit from dossier where kind = 'project' and unit <> '' group by unit order by count(*) desc, unit limit 6");
  const gates = mechanism.courses.find((it) => it.format.subject === 'project')?.format.gates.filter((it) => !it.optional) ?? [];
  if (gates.length === 0 || parks.length === 0) return;
  const sources = mechanism.pack.lists['leadSources'] ?? [];
  for (const [index, lead] of LEADS.entries()) {
    const unit = parks[index % parks.length]!.unit;
    const subject = { kind: 'project', number: `XM-${yearOf(author.today)}-0${201 + index}` };
    const id = [...(await resolveSubjects(tx, [subject])).values()][0]!;
    const reached = gates.slice(0, lead.steps);
    await record(tx, ledger, { ...author, unit }, [statementOf(lead, { id, ...subject }, unit, sources[index % Math.max(sources.length, 1)], daysOf(reached, lead, author.today))]);
    for (const { milestone, evidence } of reached) {
      for (const kind of evidence.map((it) => mechanism.pack.evidenceKinds.find((one) => one.id === [it].flat()[0])?.label ?? '佐证')) {
        await keepEvidence(tx, { ...author, unit }, { dossier: id, milestone, kind, name: `${kind}.xlsx`, bytes: specimen });
      }
    }
  }
}

/** Ten days between one milestone and the next, the last so many days ago. */
function daysOf(gates: readonly { milestone: string }[], { idle }: Lead, today: Day): Record<string, Day> {
  return Object.fromEntries(gates.map(({ milestone }, at) => [milestone, addDays(today, -idle - 10 * (gates.length - 1 - at))]));
}

function statementOf({ name, type, chain, planned, progress }: Lead, subject: Statement['subject'], unit: string, source: string | undefined, milestones: Record<string, Day>): Statement {
  const fields = { name: `${name}（示范）`, type, chain, planned: String(planned * 1_000_000), content: `${name}的研发和生产`, investor: `${name.slice(0, 4)}（示范）有限公司`, ...(source !== undefined && { source }) };
  const day = Object.values(milestones).at(-1)!;
  return { subject, unit, entry: { fields, references: {}, credits: [{ unit, share: '1' }] }, milestones, ...(progress && { progress: { is: progress[0], cause: progress[1], day } }) };
}
