import { actorOf } from '../../base/context.ts';
import { scopeSql } from '../../base/rights.ts';
import { type Day, TIME_ZONE } from '../../kernel/day.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { unitName } from '../../mechanism/units.ts';
import { ownSql } from './of-records.ts';
import { ROWS } from './terms.ts';
import type { Waiting } from './waiting.ts';

const STANDS = 'not exists (select from follow_up_taken_back b where b.follow_up_id = f.id)';

/** The next steps that the actor wrote down, up to a day; one after which the actor followed the record up again is done. */
export async function nextSteps(context: LedgerContext, upTo: Day): Promise<Waiting[]> {
  const { database, rights } = context;
  const actor = actorOf(context);
  if (!rights.can(actor, 'followups:read')) return [];
  const values: unknown[] = [actor.account, upTo, ROWS];
  const { rows } = await database.query<{ id: string; subject: string; number: string; step: string; day: Day }>(
    `select f.id, f.subject_id as subject, d.number, f.next_step as step, f.next_day as day from follow_up f join dossier d using (subject_id)
     where f.account_id = $1 and f.next_day <= $2 and d.state <> 'withdrawn' and ${STANDS} and ${scopeSql(rights.scope(actor, 'followups:read'), 'd', values)}
       and not exists (select from follow_up l where l.subject_id = f.subject_id and l.account_id = f.account_id and l.said_at > f.said_at and ${STANDS.replace('f.id', 'l.id')})
     order by f.next_day, f.id limit $3`,
    values,
  );
  return rows.map(({ id, subject, number, step, day }) => ({ key: `step ${id}`, kind: 'step', subject, title: step, below: `${number}・下一步`, due: day, since: null, action: '写跟进', path: `/dossiers/${subject}/follow-up` }));
}

/** Follow-ups that the actor was asked to look at and has not opened. */
export async function unseenMentions(context: LedgerContext): Promise<Waiting[]> {
  const { database, rights, ledger: { mechanism } } = context;
  const actor = actorOf(context);
  if (!rights.can(actor, 'followups:read')) return [];
  const values: unknown[] = [actor.account, TIME_ZONE, ROWS];
  const { rows } = await database.query<{ id: string; subject: string; number: string; unit: string; text: string; since: Day }>(
    `select m.id, d.subject_id as subject, d.number, f.unit, f.text, (m.mentioned_at at time zone $2)::date as since from mention m join follow_up f on f.id = m.follow_up_id join dossier d using (subject_id)
     where m.account_id = $1 and m.seen_at is null and d.state <> 'withdrawn' and ${STANDS} and ${scopeSql(rights.scope(actor, 'followups:read'), 'd', values)} order by m.id limit $3`,
    values,
  );
  return rows.map(({ id, subject, number, unit, text, since }) => ({
    key: `mention ${id}`, kind: 'mention', subject, title: text.length > 60 ? `${text.slice(0, 60)}……` : text, below: `${number}・${unitName(mechanism.pack, unit)}请您看`, due: null, since, action: '去看看', path: `/dossiers/${subject}`, mention: id,
  }));
}

/** Promises of the actor's units' projects that are open and due up to a day. */
export async function duePromises(context: LedgerContext, upTo: Day): Promise<Waiting[]> {
  const { database, rights } = context;
  const actor = actorOf(context);
  if (!rights.can(actor, 'records:read')) return [];
  const values: unknown[] = [upTo, ROWS];
  const { rows } = await database.query<{ id: string; subject: string; number: string; side: 'city' | 'investor'; text: string; due: Day }>(
    `select p.id, p.subject_id as subject, d.number, p.side, p.text, p.due from promise p join dossier d using (subject_id)
     where p.due <= $1 and d.state <> 'withdrawn' and coalesce((select a.state from promise_act a where a.promise_id = p.id order by a.id desc limit 1), 'open') = 'open'
       and ${ownSql(actor.units, values)} and ${scopeSql(rights.scope(actor, 'records:read'), 'd', values)} order by p.due, p.id limit $2`,
    values,
  );
  return rows.map(({ id, subject, number, side, text, due }) => ({ key: `promise ${id}`, kind: 'promise', subject, title: text, below: `${number}・${side === 'city' ? '我方承诺' : '投资方承诺'}`, due, since: null, action: '办结或说明', path: `/dossiers/${subject}` }));
}
