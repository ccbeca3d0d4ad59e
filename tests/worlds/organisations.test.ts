import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSheets } from '../../src/office/read-workbook.ts';
import { isOwn, sees, unitsOf, writes } from './naive-sight.ts';
import { organisation, type Organisation, type RandomActor, type RandomRecord } from './organisation.ts';
import { rehearsed } from './rehearsal.ts';
import { type Settled, withOrganisation } from './settle.ts';
import { serve } from './staff.ts';

const WORLDS = Number(process.env['WORLDS'] ?? 8);
const SEED = Number(process.env['SEED'] ?? 20_251_120);

type Ask = <T>(path: string, body?: object) => Promise<{ status: number; json: T; bytes: Uint8Array }>;
interface Rows { rows: { number: string }[]; total: number }
interface Figure { contributions: { number: string }[]; hidden: { count: number } }
interface Awards { cases: { subject: { number: string } }[]; hidden: number }

const numbers = (records: readonly { number: string }[]): string[] => records.map((it) => it.number).sort();
/** What was seen in all, so that agreement is not emptiness. */
const seen = { records: 0, hidden: 0, written: 0, refused: 0, cases: 0, below: 0, exported: 0 };

it(`what anybody lists, counts, finds, opens and changes is what the naive model says (${WORLDS} random organisations, SEED=${SEED})`, { timeout: WORLDS * 30_000 + 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(organisation, (it) => withOrganisation(it, (test, settled) => rehearsed(test.database, async ({ database, undone }) => {
    const app = await serve(test, database);
    for (const [index, actor] of it.actors.entries()) {
      const ask = asker(app, settled.passes[index]!);
      seen.below += unitsOf(it, actor).size - 1;
      await compareViews(it, actor, ask);
      await undone(() => compareExport(it, actor, ask));
      for (const record of it.records) await undone(() => compareRecord(it, actor, record, settled, ask));
    }
    await app.close();
  }))), { seed: SEED, numRuns: WORLDS, endOnFailure: true });
  if (process.env['WORLDS']) console.log(`SEED=${SEED}`, seen);
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(WORLDS / 2);
});

function asker(app: FastifyInstance, pass: Readonly<Record<string, string>>): Ask {
  return async <T>(path: string, body?: object) => {
    const response = await app.inject({ method: body ? 'POST' : 'GET', url: `/api/v1${path}`, headers: { ...pass, host: 'localhost' }, ...(body && { payload: body }) });
    const isJson = String(response.headers['content-type']).startsWith('application/json');
    return { status: response.statusCode, json: (isJson ? response.json<T>() : undefined) as T, bytes: response.rawPayload };
  };
}

/** Lists, counts, search, a figure and awards. */
async function compareViews(org: Organisation, actor: RandomActor, ask: Ask): Promise<void> {
  const visible = org.records.filter((it) => sees(org, actor, it));
  const standing = visible.filter((it) => !it.withdrawn);
  seen.records += visible.length;
  const kinds = (await ask<{ kind: string; count: number }[]>('/registers')).json;
  for (const kind of ['talent', 'project'] as const) {
    const own = standing.filter((it) => it.kind === kind);
    const list = async (query: object): Promise<Rows> => (await ask<Rows>(`/registers/${kind}/search`, query)).json;
    const all = await list({});
    expect([numbers(all.rows), all.total, kinds.find((it) => it.kind === kind)!.count], `${kind} list and count`).toEqual([numbers(own), own.length, own.length]);
    expect(numbers((await list({ state: 'withdrawn' })).rows), `${kind} withdrawn`).toEqual(numbers(visible.filter((it) => it.kind === kind && it.withdrawn)));
    expect(numbers((await list({ q: 'n1' })).rows), `${kind} search`).toEqual(numbers(own.filter((it) => it.number.startsWith('N1'))));
    expect(numbers((await list({ unit: 'u1' })).rows), `${kind} of a unit`).toEqual(numbers(own.filter((it) => it.unit === 'u1' || it.credited.includes('u1'))));
  }
  const counting = org.records.filter((it) => it.landed);
  const figure = (await ask<Figure>('/figures/c2.talents/city/2025H1')).json;
  expect([numbers(figure.contributions), figure.hidden.count], 'contributions').toEqual([numbers(counting.filter((it) => visible.includes(it))), counting.filter((it) => !visible.includes(it)).length]);
  const award = (await ask<(Awards & { id: string })[]>('/awards?year=2025')).json.find((it) => it.id === 'c8.settling')!;
  expect([numbers(award.cases.map((it) => it.subject)), award.hidden], 'awards').toEqual([numbers(counting.filter((it) => visible.includes(it))), figure.hidden.count]);
  seen.hidden += figure.hidden.count;
  seen.cases += award.cases.length;
}

/** What leaves as a file is what the list shows. */
async function compareExport(org: Organisation, actor: RandomActor, ask: Ask): Promise<void> {
  const own = org.records.filter((it) => it.kind === 'project' && !it.withdrawn && sees(org, actor, it));
  const { status, json } = await ask<{ id: string }>('/exports', { kind: 'project' });
  expect(status, 'an export').toBe(own.length === 0 ? 422 : 200);
  if (status !== 200) return;
  const [sheet] = await readSheets({ name: 'a.xlsx', bytes: (await ask(`/exports/${json.id}/list.xlsx`)).bytes });
  const known = new Set(org.records.map((it) => it.number));
  const told = sheet!.rows.map((row) => row.cells.find((it): it is string => typeof it === 'string' && known.has(it))).filter((it) => it !== undefined);
  expect(told.sort(), 'exported').toEqual(numbers(own));
  seen.exported += told.length;
}

/** One record: its page with what refers to it, its evidence, and a change to it. */
async function compareRecord(org: Organisation, actor: RandomActor, record: RandomRecord, { ids, evidence }: Settled, ask: Ask): Promise<void> {
  const what = `${record.number} for ${JSON.stringify(actor)}`;
  const open = sees(org, actor, record);
  const id = ids.get(record.number)!;
  const detail = await ask<{ referredBy: { subject: { number: string } }[]; references: { subject: { number: string }; open: boolean }[]; mayCorrect: boolean }>(`/dossiers/${id}`);
  expect([detail.status, (await ask(`/evidence/${evidence.get(record.number)!}`)).status], what).toEqual(open ? [200, 200] : [404, 404]);
  if (open) {
    const referring = org.records.filter((it) => it.talent === record.number && !it.withdrawn && sees(org, actor, it));
    expect(numbers(detail.json.referredBy.map((it) => it.subject)), `what refers to ${what}`).toEqual(numbers(referring));
    const talent = org.records.find((it) => it.number === record.talent);
    const told = talent && (sees(org, actor, talent) || talent.seal !== 'stands');
    expect(detail.json.references.map((it) => [it.subject.number, it.open]), `what is referred to by ${what}`).toEqual(told ? [[talent.number, sees(org, actor, talent)]] : []);
  }
  const correction = { version: 1, fields: record.kind === 'talent' ? { employer: '某厂' } : { investor: '某厂' }, reason: '更正' };
  const { status } = await ask(`/dossiers/${id}/corrections`, correction);
  expect(status, `a correction of ${what}, own: ${isOwn(org, actor, record)}`).toBe(writes(org, actor, record));
  if (status === 200) seen.written++;
  else seen.refused++;
}
