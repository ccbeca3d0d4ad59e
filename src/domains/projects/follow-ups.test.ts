import { call } from '@orpc/server';
import { expect, it } from 'vitest';
import { fresh } from '../../../tests/context.ts';
import { recordsPort } from '../../app/records-port.ts';
import { joinRights } from '../../base/rights.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import type { Role } from '../accounts/terms.ts';
import { personsHandlers } from '../persons/handlers.ts';
import { personsRights } from '../persons/rights.ts';
import { recordsRights } from '../records/rights.ts';
import { inWorld, type World } from '../records/test-world.ts';
import { sayFollowUp } from './follow-ups.ts';
import { projectsHandlers } from './handlers.ts';
import { readPhoto } from './photos.ts';
import { projectsRights } from './rights.ts';

const rights = joinRights([recordsRights, personsRights, projectsRights]);
const handlers = projectsHandlers(recordsPort);
const as = (world: World, unit: string, role: Role, person?: string): LedgerContext => ({ ...world.as(unit, role, person), rights });
const VISIT = { form: '拜访', day: '2026-06-29', text: '看了厂房，对方要两千平方' };
// A picture of one pixel.
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const say = (context: LedgerContext, id: string, more: Record<string, string> = {}, photos: Uint8Array[] = []) => sayFollowUp(fresh(context), recordsPort, id, { ...VISIT, ...more }, photos.map((bytes) => ({ bytes })));
const read = (context: LedgerContext, id: string) => call(handlers.followUps, { id }, { context });
const lead = (world: World, number = 'XM-1') => world.enter({ kind: 'project', number, unit: 'jingkaiqu', fields: { name: '星海减速器', type: '产业项目' } });

/** An account of a unit in a role, in use. */
async function employed({ test: { owner } }: World, name: string, unit: string, role: Role): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "with p as (insert into person (id, name) values (gen_random_uuid(), $1) returning id) insert into account (login, login_key, person_id, unit, post, demo) select $1, $1, p.id, $2, '', false from p returning id",
    [name, unit],
  );
  await owner.query("insert into role_grant (account_id, role, unit, also, document) values ($1, $2, $3, '{}', '任职')", [rows[0]!.id, role, unit]);
  return rows[0]!.id;
}

it('a follow-up with its next step and a photo stands with the record; the same request again has no second effect (t6.3)', () => inWorld(async (world) => {
  const id = await lead(world);
  const park = as(world, 'jingkaiqu', 'park-officer');
  const context = fresh(park);
  const twice = () => sayFollowUp(context, recordsPort, id, { ...VISIT, nextStep: '送方案', nextDay: '2026-07-03' }, [{ bytes: PNG }]);
  expect((await twice()).id).toBe((await twice()).id);
  const { items, forms, mayWrite } = await read(park, id);
  expect(items).toMatchObject([{ form: '拜访', day: '2026-06-29', text: VISIT.text, next: { step: '送方案', day: '2026-07-03' }, unit: { name: '泰兴经济开发区' }, takenBack: null, mayTakeBack: true }]);
  expect([forms[0], mayWrite, items[0]!.photos.length]).toEqual(['拜访', true, 1]);
  expect(await readPhoto(park, items[0]!.photos[0]!)).toMatchObject({ type: 'image/png' });
}));

it('what cannot be kept is refused with what to do', () => inWorld(async (world) => {
  const id = await lead(world);
  const park = as(world, 'jingkaiqu', 'park-officer');
  const wrong: [Record<string, string>, string][] = [[{ text: ' ' }, 'bad-input'], [{ form: '喝茶' }, 'bad-form'], [{ day: '2026-07-01' }, 'bad-day'], [{ nextStep: '送方案' }, 'missing'], [{ text: '电话 13812345678' }, 'tells-of-human'], [{ mentioned: crypto.randomUUID() }, 'unknown-colleague']];
  for (const [more, code] of wrong) await expect(say(park, id, more), JSON.stringify(more)).rejects.toMatchObject({ code });
  await expect(say(park, id, {}, [new TextEncoder().encode('%PDF-1.4')])).rejects.toMatchObject({ code: 'bad-photo' });
  expect((await read(park, id)).items).toEqual([]);
}));

it('only its author takes it back; then neither its text nor its photos are shown, and its reason is', () => inWorld(async (world) => {
  const id = await lead(world);
  const park = as(world, 'jingkaiqu', 'park-officer');
  const other = as(world, 'jingkaiqu', 'park-leader', 'leader');
  const { id: said } = await say(park, id, {}, [PNG]);
  const [photo] = (await read(park, id)).items[0]!.photos;
  const back = (context: LedgerContext) => call(handlers.takeBackFollowUp, { id: said, reason: '写错了项目' }, { context: fresh(context) });
  await expect(back(other)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(back(as(world, 'gaoxinqu', 'park-officer'))).rejects.toMatchObject({ code: 'not-found' });
  await back(park);
  await expect(back(park)).rejects.toMatchObject({ code: 'taken-back' });
  expect((await read(park, id)).items).toMatchObject([{ text: '', photos: [], takenBack: { reason: '写错了项目' }, mayTakeBack: false }]);
  await expect(readPhoto(park, photo!)).rejects.toMatchObject({ code: 'not-found' });
}));

it('what is out of scope or sealed is not there: its follow-ups, its photos, its colleagues, its promises', () => inWorld(async (world) => {
  const id = await lead(world);
  const park = as(world, 'jingkaiqu', 'park-officer');
  await say(park, id, {}, [PNG]);
  const [photo] = (await read(park, id)).items[0]!.photos;
  const { id: promise } = await call(handlers.promise, { id, side: 'city', text: '交付厂房' }, { context: fresh(park) });
  await world.test.database.query("insert into record_seal (subject_id, reason) values ($1, '在谈')", [id]);
  for (const outside of [as(world, 'gaoxinqu', 'park-officer'), as(world, 'kejiju', 'office-handler'), as(world, 'rencaiban', 'talent-office')]) {
    const context = fresh(outside);
    const asks: (() => Promise<unknown>)[] = [() => read(context, id), () => readPhoto(context, photo!), () => say(context, id), () => call(handlers.colleagues, { id }, { context }), () => call(handlers.promises, { id }, { context }), () => call(handlers.settlePromise, { id: promise, is: 'kept' }, { context: fresh(context) })];
    for (const ask of asks) {
      await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
    }
  }
  expect((await read(as(world, 'shangwuju', 'commerce-bureau'), id)).items.length).toBe(1);
}));

it('a colleague who may see the record is asked to look, and the question waits until seen', () => inWorld(async (world) => {
  const id = await lead(world);
  const park = as(world, 'jingkaiqu', 'park-officer');
  const leader = await employed(world, '王主任', 'jingkaiqu', 'park-leader');
  const stranger = await employed(world, '李某', 'gaoxinqu', 'park-officer');
  const asked = await call(handlers.colleagues, { id }, { context: park });
  expect(asked.map((it) => it.name)).toEqual(['王主任']);
  await expect(say(park, id, { mentioned: stranger })).rejects.toMatchObject({ code: 'unknown-colleague' });
  await say(park, id, { mentioned: leader });
  const base = as(world, 'jingkaiqu', 'park-leader', 'leader');
  const him: LedgerContext = { ...base, actor: { ...base.actor!, account: leader } };
  const [waiting] = await call(handlers.mentions, undefined, { context: him });
  expect(waiting).toMatchObject({ dossier: { id, number: 'XM-1' }, text: VISIT.text });
  await expect(call(handlers.seeMention, { id: waiting!.id }, { context: fresh(park) })).rejects.toMatchObject({ code: 'not-found' });
  await call(handlers.seeMention, { id: waiting!.id }, { context: fresh(him) });
  expect(await call(handlers.mentions, undefined, { context: him })).toEqual([]);
}));

it('a photo beside a person’s own record goes with the person', () => inWorld(async (world) => {
  const id = await world.enter({ kind: 'talent', number: 'RC-1', unit: 'jingkaiqu', fields: { name: await world.person('欧阳拾光'), degree: '博士' } });
  const park = as(world, 'jingkaiqu', 'park-officer');
  await say(park, id, {}, [PNG]);
  const [photo] = (await read(park, id)).items[0]!.photos;
  const office = (person: string) => fresh(as(world, 'rencaiban', 'talent-office', person));
  const { id: asked } = await call(personsHandlers.proposeErasure, { id, reason: '本人申请', document: '申请书' }, { context: office('one') });
  expect(await call(personsHandlers.erase, { id: asked }, { context: office('another') })).toEqual({ files: 1, kept: 0 });
  await expect(readPhoto(park, photo!)).rejects.toMatchObject({ code: 'erased' });
}));
