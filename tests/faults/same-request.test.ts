import { expect, it } from 'vitest';
import type { Answer } from './api-client.ts';
import { losingProxy } from './losing-proxy.ts';
import { effectsOf, halfDone, lostWrites } from './oracle.ts';
import { onDataFolder, type RunningPlatform } from './running-platform.ts';
import type { SentWrite, WriteKind } from './sent-writes.ts';
import { activities, anyDossier, enterWriters, judgeable, newAccount, pdf, type Writers } from './writers.ts';

const TIMES = 100;

/** A write that has not been sent yet, and other bodies that its request id must not be used for. */
interface Case extends SentWrite {
  readonly others: readonly unknown[];
}

async function cases(writers: Writers): Promise<Case[]> {
  const { park, office, manager } = writers;
  const sent = (client: SentWrite['client'], kind: WriteKind, path: string, body: unknown, ...others: unknown[]): Case => ({ request: crypto.randomUUID(), kind, client, path, body, others });
  const project = await anyDossier(park, 'project');
  const correction = { id: project.id, version: project.version, fields: { name: `更正 ${crypto.randomUUID()}` }, reason: '核对后更正' };
  const verdict = { ...(await judgeable(office)), reason: '材料不全' };
  const { body } = await park.post('/imports/files', activities(park.account.unit.name, 30), crypto.randomUUID());
  const { id } = body as { id: string };
  const account = newAccount(crypto.randomUUID().slice(0, 8));
  return [
    sent(park, 'correction', `/dossiers/${project.id}/corrections`, correction, { ...correction, reason: '另一个原因' }, { ...correction, fields: { name: '另一个名称' } }),
    sent(office, 'verdict', `/dossiers/${verdict.id}/verdicts`, verdict, { ...verdict, reason: '另一个原因' }, { ...verdict, milestones: ['entry'] }),
    sent(park, 'evidence', `/dossiers/${project.id}/evidence`, pdf('一'), pdf('二')),
    sent(park, 'preview', '/imports/files', activities(park.account.unit.name, 30), activities(park.account.unit.name, 31)),
    sent(park, 'confirmation', `/imports/${id}/confirm`, { id }, { id, document: '另一份文件' }),
    sent(manager, 'account', '/accounts', account, { ...account, login: `${account['login']}-2` }, { ...account, unit: 'jingkaiqu' }, { ...account, name: '另一个人' }),
  ];
}

/** An answer without the one-time code of an account, which is told once. */
function told({ status, body }: Answer): string {
  return JSON.stringify({ status, ...(body as object), code: undefined });
}

/** Status and code, wherever in its body the surface puts the code. */
function refusalOf({ status, body }: Answer): string {
  const { code, data } = body as { code?: string; data?: { code?: string } };
  return `${status} ${data?.code ?? code}`;
}

it(`the same request ${TIMES} times at once has one effect and one answer; with another body, or of another account, it is refused`, { timeout: 120_000 }, () => onDataFolder(async (start) => {
  const platform = await start();
  const writers = await enterWriters(platform.url);
  const db = platform.openAsOwner();
  for (const one of await cases(writers)) {
    const send = (body: unknown, client = one.client): Promise<Answer> => client.post(one.path, body, one.request);
    const answers = await Promise.all(Array.from({ length: TIMES }, () => send(one.body)));
    expect(new Set(answers.map(told)).size, one.kind).toBe(1);
    one.answer = answers[0]!;
    expect(one.answer.status, one.kind).toBe(200);
    expect(await lostWrites(db, [one])).toEqual([]);
    for (const other of one.others) expect(refusalOf(await send(other)), one.kind).toBe('422 request-reused');
    if (['correction', 'evidence', 'preview'].includes(one.kind)) expect(refusalOf(await send(one.body, writers.otherPark)), one.kind).toBe('422 request-reused');
    expect(told(await send(one.body)), one.kind).toEqual(told(one.answer));
    expect([await lostWrites(db, [one]), await effectsOf(db, one)]).toEqual([[], 1]);
  }
  const of = await db.query('select request, action from audit where request in (select id from request) group by 1, 2 having count(*) > 1');
  expect(of.rows).toEqual([]);
  await db.close();
}));

it('a write whose answer was lost is answered when it is sent again, and done once', { timeout: 120_000 }, () => onDataFolder(async (start) => {
  const platform = await start();
  const sent = await sentInVain(platform, await cases(await enterWriters(platform.url)));
  await expectDoneOnce(platform, sent);
}));

it('a write between whose commit and answer everything was killed is answered after the restart, and done once', { timeout: 120_000 }, () => onDataFolder(async (start) => {
  const platform = await start();
  const sent = await sentInVain(platform, await cases(await enterWriters(platform.url)), () => platform.kill('both'));
  await expectDoneOnce(await start(), sent);
}));

/** Sends all at once through a proxy that keeps the answers to itself. @param before what happens while they are on their way back */
async function sentInVain(platform: RunningPlatform, sent: readonly Case[], before = async (): Promise<void> => undefined): Promise<readonly Case[]> {
  const proxy = await losingProxy(platform.url);
  for (const { client } of sent) client.url = proxy.url;
  const outcomes = Promise.allSettled(sent.map((it) => it.client.post(it.path, it.body, it.request)));
  await proxy.heldBack(sent.length);
  await before();
  proxy.close();
  expect((await outcomes).map((it) => it.status)).toEqual(sent.map(() => 'rejected'));
  return sent;
}

async function expectDoneOnce(platform: RunningPlatform, sent: readonly Case[]): Promise<void> {
  const db = platform.openAsOwner();
  for (const one of sent) {
    expect(await effectsOf(db, one), one.kind).toBe(1);
    one.client.url = platform.url;
    one.answer = await one.client.post(one.path, one.body, one.request);
    expect(one.answer.status, one.kind).toBe(200);
  }
  expect(await lostWrites(db, sent)).toEqual([]);
  expect(await halfDone(db)).toEqual([]);
  await db.close();
}
