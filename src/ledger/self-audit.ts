import type { Database, Queryable } from '../base/database.ts';
import { auditDerived } from './audit-derived.ts';
import type { AuditedSubject, AuditFinding } from './audit-finding.ts';
import { auditFrozen } from './audit-frozen.ts';
import { auditStored } from './audit-stored.ts';
import { type Ledger, parametersInForce } from './ledger.ts';

const BATCH = 2_000;

/**
 * Checks the ledger against itself, on one snapshot: facts and verdicts → dossiers → references, credited units, postings and
 * award cases; postings → frozen figures. Nobody is kept from writing meanwhile, and memory holds one batch of subjects.
 * While a revision is being derived, subjects that it has not reached are not asked about postings and awards.
 */
export async function selfAudit(db: Database, ledger: Ledger): Promise<AuditFinding[]> {
  return db.withClient(async (client) => {
    await client.query('begin isolation level repeatable read read only');
    try {
      return [...(await auditSubjects(client, ledger)), ...(await auditStrays(client)), ...(await auditTotals(client)), ...(await auditFrozen(client, ledger))];
    } finally {
      await client.query('rollback').catch(() => undefined);
    }
  });
}

async function auditSubjects(db: Queryable, ledger: Ledger): Promise<AuditFinding[]> {
  const by = { mechanism: ledger.mechanism, parameters: await parametersInForce(db, ledger.mechanism) };
  const reached = await derivedUpTo(db);
  const findings: AuditFinding[] = [];
  let last: string | null = null;
  for (;;) {
    const { rows: subjects }: { rows: AuditedSubject[] } = await db.query<AuditedSubject>('select id, kind, number from subject where $1::uuid is null or id > $1 order by id limit $2', [last, BATCH]);
    if (subjects.length === 0) return findings;
    findings.push(...(await auditStored(db, ledger.mechanism, subjects)));
    findings.push(...(await auditDerived(db, by, reached === undefined ? subjects : subjects.filter((it) => it.id <= reached))));
    last = subjects.at(-1)!.id;
  }
}

const tables = { dossier: '档案表', reference: '引用表', credited: '计入单位表', award: '奖励表', waiting: '待办表' };

/** What is derived and names no subject, or postings that name no revision: the database does not ask that of each row as it is written. */
async function auditStrays(db: Queryable): Promise<AuditFinding[]> {
  const { rows: strays } = await db.query<{ what: 'dossier' | 'reference' | 'credited' | 'award' | 'waiting'; id: string }>(
    `select distinct what, id from (
       select 'dossier' as what, subject_id as id from dossier
       union all select 'reference', from_id from reference
       union all select 'reference', to_id from reference
       union all select 'credited', subject_id from credited
       union all select 'award', subject_id from award_case
       union all select 'waiting', subject_id from waiting
     ) derived where not exists (select from subject s where s.id = derived.id) order by what, id`,
  );
  const { rows } = await db.query<{ seq: string }>('select seq from posting p where not exists (select from subject s where s.id = p.subject_id) or not exists (select from revision r where r.id = p.revision) order by seq');
  return [
    ...strays.map(({ what, id }): AuditFinding => ({ what, subject: id, sentence: `${tables[what]}里的${id}没有对应的记录，不知从何而来。` })),
    ...rows.map(({ seq }): AuditFinding => ({ what: 'posting', subject: seq, sentence: `第${seq}号计数没有对应的记录或版本，不知从何而来。` })),
  ];
}

/** Postings → totals of the months, as far as those go. */
async function auditTotals(db: Queryable): Promise<AuditFinding[]> {
  const { rows } = await db.query<{ measure: string; owner: string; month: string }>(
    `with summed as (
       select measure, owner, standing, date_trunc('month', day)::date as month, sum(quantity) as quantity, sum(doubt) as doubt
       from posting where seq <= coalesce((select max(up_to) from total_fold), 0) group by 1, 2, 3, 4
     )
     select measure, owner, month from summed s full join month_total m using (measure, owner, standing, month)
     where (s.quantity, s.doubt) is distinct from (m.quantity, m.doubt) order by 1, 2, 3`,
  );
  return rows.map(({ measure, owner, month }) => ({ what: 'total', subject: month, sentence: `“${measure}”${owner}${month.slice(0, 7)}的合计与计数相加不符。` }));
}

/** The last subject that a running revision has derived; undefined where none is running. */
async function derivedUpTo(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ last_subject: string | null; finished_at: Date | null }>('select last_subject, finished_at from revision order by id desc limit 1');
  const newest = rows[0];
  return !newest || newest.finished_at !== null ? undefined : (newest.last_subject ?? '');
}
