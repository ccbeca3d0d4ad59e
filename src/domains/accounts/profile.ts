import { actorOf, type Context } from '../../base/context.ts';
import type { Queryable } from '../../base/database.ts';
import { write } from '../../base/write.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { namesOf } from '../persons/store.ts';
import { FIRST_PROFILE, type ProfileId, profiles, type SecurityProfile } from './terms.ts';

/** The rules in force. */
export async function readProfile(db: Queryable): Promise<SecurityProfile & { id: ProfileId }> {
  const { rows } = await db.query<{ profile: ProfileId }>('select profile from security_profile order by id desc limit 1');
  const id = rows[0]?.profile ?? FIRST_PROFILE;
  return { id, ...profiles[id] };
}

/** Puts a profile in force: for sessions at their next request, for passwords when they are next set. @throws Refusal 'unchanged' */
export async function chooseProfile(context: Context, { profile, reason }: { profile: ProfileId; reason: string }): Promise<void> {
  const { account, unit } = actorOf(context);
  await write(context.database, { id: context.request, account, body: ['chooseProfile', profile, reason] }, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['security profile']);
    const before = (await readProfile(tx)).id;
    if (before === profile) throw new Refusal('unchanged', `现在用的就是“${profiles[profile].label}”，不需要切换。`);
    await tx.query('insert into security_profile (profile, reason, chosen_by) values ($1, $2, $3)', [profile, reason, account]);
    return { answer: { done: true as const }, audit: [{ unit, action: 'profile:choose', objectKind: 'profile', objectId: profile, detail: { before } }] };
  });
}

/** The profile in force, and who chose which when, the latest first. */
export async function readProfiles(db: Queryable) {
  const { id } = await readProfile(db);
  const { rows } = await db.query<{ profile: ProfileId; reason: string; person: string; at: Date }>(
    `select p.profile, p.reason, a.person_id as person, p.chosen_at as at from security_profile p join account a on a.id = p.chosen_by order by p.id desc limit 100`,
  );
  const names = await namesOf(db, rows.map((it) => it.person));
  return { profile: id, history: rows.map(({ person, at, ...it }) => ({ ...it, by: names.get(person) ?? '', at: at.toISOString() })) };
}
