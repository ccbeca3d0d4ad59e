import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Queryable } from '../../src/base/database.ts';
import type { SentWrite, SentWrites, WriteKind } from './sent-writes.ts';

/** How many effects of a write there are, by its request id ($1) and the id in its answer ($2). */
const EFFECTS: Record<WriteKind, string> = {
  correction: 'select count(*)::int as n from fact where request = $1 and $2::uuid is null',
  verdict: 'select count(distinct subject_id)::int as n from verdict where request = $1 and $2::uuid is null',
  evidence: 'select count(*)::int as n from evidence where request = $1 and ($2::uuid is null or id = $2)',
  preview: "select count(*)::int as n from audit join import i on i.id::text = object_id where request = $1 and action = 'imports:preview' and ($2::uuid is null or i.id = $2)",
  confirmation: "select count(*)::int as n from audit join import i on i.id::text = object_id where request = $1 and action = 'imports:confirm' and i.state <> 'previewed' and $2::uuid is null",
  account: "select count(*)::int as n from audit join account a on a.id::text = object_id where request = $1 and action = 'accounts:create' and ($2::uuid is null or a.id = $2)",
};

export async function effectsOf(db: Queryable, { kind, request, answer }: SentWrite): Promise<number> {
  const { id } = (answer?.body ?? {}) as { id?: string };
  return (await db.query<{ n: number }>(EFFECTS[kind], [request, id ?? null])).rows[0]!.n;
}

/**
 * What was acknowledged and is not there, once, with its answer and its audit row; a sentence each.
 * An answer may hold more than is stored of it: a one-time code goes out with the first answer only.
 */
export async function lostWrites(db: Queryable, sent: readonly SentWrite[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string; answer: unknown; audited: number }>(
    'select r.id, r.answer, (select count(*)::int from audit a where a.request = r.id) as audited from request r where r.id = any($1::uuid[])',
    [sent.map((it) => it.request)],
  );
  const kept = new Map(rows.map((it) => [it.id, it]));
  const lost: string[] = [];
  for (const it of sent) {
    const stored = kept.get(it.request);
    const effects = await effectsOf(db, it);
    const answered = stored !== undefined && isDeepStrictEqual({ ...(it.answer?.body as object), ...(stored.answer as object) }, it.answer?.body);
    if (!stored || !answered || stored.audited === 0 || effects !== 1) lost.push(`${it.kind} ${it.request}: ${stored ? 'stored' : 'not stored'}, ${answered ? 'same answer' : 'another answer'}, ${stored?.audited ?? 0} audit rows, ${effects} effects`);
  }
  return lost;
}

/** What nobody knows the end of is sent again: it is done once, or refused and not done at all. */
export async function sentAgainWrongly(db: Queryable, sent: SentWrites): Promise<string[]> {
  const wrong: string[] = [];
  for (const it of sent.unanswered()) {
    const answer = await it.client.post(it.path, it.body, it.request);
    if (answer.status >= 500) wrong.push(`${it.kind} ${it.request}: ${answer.status} when sent again`);
    else if (answer.status === 200) wrong.push(...(await lostWrites(db, [{ ...it, answer }])));
    else if ((await effectsOf(db, it)) !== 0) wrong.push(`${it.kind} ${it.request}: refused and done`);
  }
  return wrong;
}

/** What must hold of every database at rest; each query gives what breaks it. */
const WHOLE: Readonly<Record<string, string>> = {
  'requests without an answer': 'select id from request where answer is null',
  'facts without an audit row': 'select id from fact f where not exists (select from audit a where a.request = f.request)',
  'verdicts without an audit row': 'select id from verdict v where not exists (select from audit a where a.request = v.request)',
  'evidence without an audit row': 'select id from evidence e where not exists (select from audit a where a.request = e.request)',
  'facts of no request and no import': 'select id from fact f where not exists (select from request r where r.id = f.request) and not exists (select from import i where i.id = f.request)',
  'postings whose facts are not there': 'select p.seq from posting p where exists (select from unnest(p.facts) as one where not exists (select from fact f where f.id = one))',
  'dossiers without facts': 'select d.subject_id from dossier d where not exists (select from fact f where f.subject_id = d.subject_id)',
  'imports that are not whole':
    "select i.id from import i where i.document is null and (select count(distinct f.subject_id) from fact f where f.request = i.id) <> case when i.state = 'done' then i.total else 0 end",
  'imports done without an audit row': "select i.id from import i where i.state = 'done' and not exists (select from audit a where a.object_id = i.id::text and a.action in ('imports:make', 'imports:take-over'))",
  'imports that failed': "select i.id from import i where i.state = 'failed'",
  'evidence without its file': 'select e.id from evidence e where not exists (select from file f where f.sha256 = e.sha256)',
};

/** What is half done, a sentence each. Waits until no import is under way. */
export async function halfDone(db: Queryable): Promise<string[]> {
  for (let waited = 0; (await db.query("select from import where state = 'running'")).rows.length > 0; waited++) {
    if (waited > 600) return ['an import that was confirmed is not carried out'];
    await sleep(100);
  }
  const found: string[] = [];
  for (const [what, sql] of Object.entries(WHOLE)) {
    const { rows } = await db.query(sql);
    if (rows.length > 0) found.push(`${rows.length} ${what}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
