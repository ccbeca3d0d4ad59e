import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withDatabase } from '../../tests/database.ts';
import { claimAuditKeys, raiseAuditEpoch } from './audit-epoch.ts';
import { sealNext } from './audit-seal.ts';
import { sealState } from './audit-state.ts';
import { write } from './write.ts';

/** Sealing waits for every transaction of the server, those of other tests included. */
const PATIENT = { timeout: 180_000 };

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-keys-'));
  return work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

it('makes keys at the first start only, for their owner alone, and one set however many start at once', async () => {
  await withFolder((folder) => withDatabase(async ({ owner }) => {
    const keys = join(folder, 'keys');
    const claimed = await Promise.all([1, 2, 3, 4].map(() => claimAuditKeys(owner, keys)));
    expect(new Set(claimed.map((it) => it.id)).size).toBe(1);
    expect(await readdir(keys)).toEqual(['audit.json']);
    expect((await stat(join(keys, 'audit.json'))).mode & 0o777).toBe(0o600);
    expect((await claimAuditKeys(owner, keys)).id).toBe(claimed[0]!.id);
    expect(JSON.stringify((await owner.query('select * from audit_epoch')).rows)).not.toContain((JSON.parse(await readFile(join(keys, 'audit.json'), 'utf8')) as { mac: string }).mac);
  }));
});

it('refuses to start without the keys that the audit was sealed with', async () => {
  await withFolder((folder) => withDatabase(async ({ owner }) => {
    await claimAuditKeys(owner, join(folder, 'keys'));
    await expect(claimAuditKeys(owner, join(folder, 'elsewhere'))).rejects.toMatchObject({ code: 'no-audit-keys' });
    expect(await readdir(folder)).toEqual(['keys']);
    await withDatabase(({ owner: other }) => claimAuditKeys(other, join(folder, 'other')));
    await expect(claimAuditKeys(owner, join(folder, 'other'))).rejects.toMatchObject({ code: 'other-audit-keys' });
    await writeFile(join(folder, 'keys/audit.json'), '{"mac":');
    await expect(claimAuditKeys(owner, join(folder, 'keys'))).rejects.toMatchObject({ code: 'bad-audit-keys' });
  }));
});

it('lets numbers go on growing where the rows came from a server that was further', PATIENT, async () => {
  await withDatabase(async ({ database, owner }) => {
    const act = () => write(database, { id: crypto.randomUUID(), account: null, body: [] }, async () => ({ answer: 1, audit: [{ unit: null, action: 'test:act', objectKind: 'thing', objectId: '1' }] }));
    const epoch = async () => (await owner.query<{ offset: string }>('select "offset" from audit_epoch')).rows[0]!.offset;
    await act();
    await raiseAuditEpoch(owner);
    expect(await epoch()).toBe('0');
    await owner.query('update audit set xid = xid + 1000000000');
    await owner.query("insert into audit_seal values (1, -1, 5000000000, 1, '', '', now(), '', '')");
    await raiseAuditEpoch(owner);
    await raiseAuditEpoch(owner);
    expect(await epoch()).toBe('5000000000');
    await act();
    const { rows } = await owner.query<{ later: boolean }>('select xid > 5000000000 as later from audit order by seq');
    expect(rows.map((it) => it.later)).toEqual([false, true]);
    await expect.poll(() => sealNext(database), { timeout: 150_000 }).toBe(1);
  });
});

it('says how far sealing is behind, and whether a witness is', PATIENT, async () => {
  await withFolder((folder) => withDatabase(async ({ database, owner }) => {
    expect(await sealState(database)).toEqual({ seals: 0, lagSeconds: 0, witnessLagSeconds: [], late: false });
    const insert = (ago: string) => owner.query(`insert into audit (at, action, object_kind, object_id, request, mac) values (now() - interval '${ago}', 'test:act', 'thing', '1', uuidv7(), '')`);
    await insert('5 minutes');
    expect(await sealState(database)).toMatchObject({ lagSeconds: expect.closeTo(300, -1), late: false });
    await insert('20 minutes');
    await expect.poll(() => sealNext(database), { timeout: 150_000 }).toBe(2);
    expect(await sealState(database)).toMatchObject({ seals: 1, lagSeconds: 0, late: false });
    await insert('20 minutes');
    expect(await sealState(database)).toMatchObject({ lagSeconds: expect.closeTo(1200, -1), late: true });
    await expect.poll(() => sealNext(database), { timeout: 150_000 }).toBe(1);
    const own = { folder: join(folder, 'witness'), own: true };
    expect(await sealState(database, [own])).toMatchObject({ witnessLagSeconds: [expect.any(Number)], late: false });
    await owner.query("update audit_seal set at = at - interval '20 minutes'");
    expect(await sealState(database, [own])).toMatchObject({ witnessLagSeconds: [expect.closeTo(1200, -1)], late: true });
    expect(await sealState(database, [{ folder: '/dev/null', own: false }])).toMatchObject({ witnessLagSeconds: [null], late: true });
  }));
});
