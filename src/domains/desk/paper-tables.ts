import type { Queryable } from '../../base/database.ts';
import { TIME_ZONE } from '../../kernel/day.ts';
import type { Window } from '../../kernel/window.ts';
import type { Fact, VerdictAct } from '../../ledger/statements.ts';
import { ownerNames } from '../../ledger/read-out.ts';
import type { Standing } from '../../mechanism/dossier.ts';
import type { Mechanism } from '../../mechanism/mechanism.ts';
import { unitName } from '../../mechanism/units.ts';
import { ENTRY } from '../../mechanism/vocabulary.ts';
import type { Cell } from '../../office/sheet.ts';
import { actLabels, ENTRY_LABEL } from '../records/terms.ts';
import { csvFile, fileSafe, type PackedFile } from './paper-zip.ts';

const AT = (column: string): string => `to_char(${column} at time zone '${TIME_ZONE}', 'YYYY-MM-DD HH24:MI:SS')`;

interface PostingQuery {
  readonly measures: readonly string[];
  readonly standing: Standing;
  /** Whose figure it is, those merged into it too. */
  readonly owners: readonly string[];
  readonly subjects: readonly string[];
  readonly window: Window;
  readonly upTo: bigint | undefined;
  /** A state counts from the beginning. */
  readonly state: boolean;
}

/** Every posting of some subjects within a window: also those that cancelled out. */
export async function postingRows(db: Queryable, mechanism: Mechanism, { measures, standing, owners, subjects, window, upTo, state }: PostingQuery): Promise<Cell[][]> {
  const { rows } = await db.query<{ seq: string; measure: string; number: string; owner: string; day: string; quantity: string; doubt: number; clause: string; revision: number; at: string }>(
    `select p.seq, p.measure, s.number, p.owner, p.day, trim_scale(p.quantity)::text as quantity, p.doubt, p.clause, p.revision, ${AT('p.entered_at')} as at
     from posting p join subject s on s.id = p.subject_id
     where p.measure = any($1) and p.standing = $2 and p.owner = any($8) and p.subject_id = any($3::uuid[]) and ($7 or p.day >= $4) and p.day <= $5 and ($6::bigint is null or p.seq <= $6) order by p.seq`,
    [measures, standing, subjects, window.from, window.to, upTo === undefined ? null : String(upTo), state, owners],
  );
  const names = await ownerNames(db, mechanism, rows.map((it) => it.owner));
  return rows.map((it) => [{ number: it.seq }, mechanism.measures.get(it.measure)?.label ?? it.measure, it.number, names.get(it.owner) ?? it.owner, it.day, { number: it.quantity }, String(it.doubt), it.clause, String(it.revision), it.at]);
}

/** Every fact of some subjects in the order of the ledger. What tells of a person is left out. */
export async function factRows(db: Queryable, mechanism: Mechanism, subjects: readonly string[], upTo: bigint | undefined): Promise<Cell[][]> {
  const { rows } = await db.query<{ seq: string; subject: string; number: string; kind: string; day: string | null; content: Fact['content']; withdrawn: boolean; unit: string; at: string; reason: string | null; origin: { name: string; sheet: string; row: number } | null }>(
    `select f.seq, s.kind as subject, s.number, f.kind, f.day, f.content, f.withdrawn, f.unit, ${AT('f.entered_at')} as at, f.reason, f.origin from fact f join subject s on s.id = f.subject_id where f.subject_id = any($1::uuid[]) order by f.seq`,
    [subjects],
  );
  return rows.map((it) => [
    { number: it.seq }, mechanism.vocabulary[it.subject]?.label ?? it.subject, it.number, milestoneName(mechanism, it.subject, it.kind), it.day, contentText(mechanism, it.subject, it.content), it.withdrawn ? '是' : '',
    unitName(mechanism.pack, it.unit), it.at, it.reason, it.origin && `${it.origin.name} ${it.origin.sheet} 第${it.origin.row}行`, later(it.seq, upTo),
  ]);
}

export async function verdictRows(db: Queryable, mechanism: Mechanism, subjects: readonly string[], upTo: bigint | undefined): Promise<Cell[][]> {
  const { rows } = await db.query<{ seq: string; kind: string; number: string; milestone: string; act: VerdictAct; day: string; unit: string; reason: string | null; document: string | null; taken: boolean }>(
    'select v.seq, s.kind, s.number, v.milestone, v.act, v.day, v.unit, v.reason, v.document, v.taken_over as taken from verdict v join subject s on s.id = v.subject_id where v.subject_id = any($1::uuid[]) order by v.seq',
    [subjects],
  );
  return rows.map((it) => [{ number: it.seq }, mechanism.vocabulary[it.kind]?.label ?? it.kind, it.number, milestoneName(mechanism, it.kind, it.milestone), actLabels[it.act], it.day, unitName(mechanism.pack, it.unit), it.reason, it.document, it.taken ? '是' : '', later(it.seq, upTo)]);
}

/** Of all evidence so many bytes go into a pack; what is over stands in the list with its hash alone. */
const MOST_BYTES = 100 * 1024 * 1024;

/** The evidence of some subjects, one folder each, and its list. */
export async function evidenceFiles(db: Queryable, mechanism: Mechanism, subjects: readonly string[], progress: (done: number) => Promise<void>): Promise<PackedFile[]> {
  const files: PackedFile[] = [];
  const list: Cell[][] = [];
  let bytes = 0;
  for (const [index, subject] of subjects.entries()) {
    const { rows } = await db.query<{ id: string; kind: string; number: string; milestone: string; word: string; name: string; unit: string; at: string; origin: string | null; sha256: string; size: string; erased: boolean; checks: string | null }>(
      `select e.id, s.kind, s.number, e.milestone, e.kind as word, e.name, e.unit, ${AT('e.added_at')} as at, e.origin, e.sha256, f.size, f.erased_at is not null as erased,
         (select string_agg(c.how || case when c.good then '属实' else '存疑' end || ' ' || c.unit || ' ' || ${AT('c.checked_at')}, '；' order by c.checked_at) from evidence_check c where c.evidence_id = e.id) as checks
       from evidence e join subject s on s.id = e.subject_id join file f using (sha256) where e.subject_id = $1 order by e.added_at, e.id`,
      [subject],
    );
    for (const [place, it] of rows.entries()) {
      const path = `5-佐证/${fileSafe(it.number)}/${place + 1}-${fileSafe(it.name)}`;
      const fits = !it.erased && bytes + Number(it.size) <= MOST_BYTES;
      if (fits) {
        const { rows: [found] } = await db.query<{ content: Buffer }>('select content from file where sha256 = $1', [it.sha256]);
        files.push({ path, bytes: found!.content });
        bytes += Number(it.size);
      }
      list.push([it.number, milestoneName(mechanism, it.kind, it.milestone), it.word, fits ? path : it.erased ? '（已随个人信息依法删除）' : '（超出篇幅，未收入）', unitName(mechanism.pack, it.unit), it.at, it.origin, it.checks, { number: it.size }, it.sha256]);
    }
    if (index % 10 === 9 || index === subjects.length - 1) await progress(index + 1);
  }
  return [csvFile('5-佐证/清单.csv', [['编号', '事项', '佐证', '文件', '上传单位', '上传时间', '来源', '核验', '字节', 'SHA-256'], ...list]), ...files];
}

function milestoneName({ vocabulary }: Mechanism, kind: string, id: string): string {
  return id === ENTRY ? ENTRY_LABEL : id === 'transfer' ? '变更分成' : id === 'progress' ? '进展' : (vocabulary[kind]?.milestones[id]?.label ?? id);
}

function later(seq: string, upTo: bigint | undefined): string {
  return upTo !== undefined && BigInt(seq) > upTo ? '是' : '';
}

/** `项目名称：某；计划总投资：…（分）；计分：泰兴高新区 0.6`; persons are only said to be there. */
function contentText(mechanism: Mechanism, kind: string, { fields = {}, credits = [], progress }: Fact['content']): string {
  const known = mechanism.vocabulary[kind]?.fields ?? {};
  const told = Object.entries(fields).map(([id, value]) => {
    const field = known[id];
    const text = field?.type === 'person' || field?.personal ? '（个人信息，略）' : field?.type === 'money' ? `${String(value)}分` : typeof value === 'boolean' ? (value ? '是' : '否') : value;
    return `${field?.label ?? id}：${text}`;
  });
  const shares = credits.map((it) => `${unitName(mechanism.pack, it.unit)} ${it.share}`);
  return [...told, ...(shares.length > 0 ? [`计分：${shares.join('、')}`] : []), ...(progress ? [`${progress.is} ${progress.cause}`] : [])].join('；');
}
