import { actorOf } from '../../base/context.ts';
import { hashToken } from '../../base/token.ts';
import { write } from '../../base/write.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { findSeeds, listPasskeys } from './factor-store.ts';
import { readGrants } from './grants.ts';
import { readProfile } from './profile.ts';
import { listSessions } from './session-store.ts';
import { endOtherSessions } from './sessions.ts';
import { daysLeft } from './stages.ts';
import { findPasswordAge } from './password-store.ts';

/** One's own account: password, second factors, sessions, grants. */
export async function readMe(context: LedgerContext) {
  const { database, token } = context;
  const { account } = actorOf(context);
  const [profile, { passwordAt, now }, { confirmedAt }, passkeys, sessions, grants] = [
    await readProfile(database),
    await findPasswordAge(database, account),
    await findSeeds(database, account),
    await listPasskeys(database, account),
    await listSessions(database, account),
    await readGrants(context, { account }),
  ];
  const own = token === undefined ? undefined : Buffer.from(hashToken(token));
  return {
    password: { setAt: passwordAt?.toISOString() ?? null, daysLeft: daysLeft(passwordAt, profile, now) },
    totpSince: confirmedAt?.toISOString() ?? null,
    passkeys: passkeys.map((it) => ({ id: it.id, name: it.name, madeAt: it.madeAt.toISOString(), usedAt: it.usedAt?.toISOString() ?? null })),
    sessions: sessions.map((it) => ({ beganAt: it.beganAt.toISOString(), seenAt: it.seenAt.toISOString(), current: own?.equals(it.tokenHash) ?? false })),
    grants,
  };
}

/** Ends one's other sessions. @returns how many there were */
export async function endMyOtherSessions(context: LedgerContext): Promise<{ ended: number }> {
  const { account, unit } = actorOf(context);
  return write(context.database, { id: context.request, account, body: ['endMyOtherSessions'] }, async (tx) => {
    const ended = await endOtherSessions(tx, account, context.token);
    return { answer: { ended }, audit: [{ unit, action: 'sessions:end-others', objectKind: 'account', objectId: account, detail: { ended } }] };
  });
}
