import type { FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import { PHONE, type Placed, type Position, positions, UNIT, withPositions } from './positions.ts';
import { askers, passes, serve } from './staff.ts';
import { readTable } from './table.ts';

type Ask = (path: string, body?: object) => Promise<unknown>;
/** @returns the texts in which a field would stand, and how it would in full */
type Look = (ask: Ask, placed: Placed, at: Position) => Promise<{ told: unknown; plain: string }>;

const rowsOf = (page: unknown): { number: string; name: string }[] => (page as { rows?: { number: string; name: string }[] }).rows ?? [];

/** How each field of the table is looked at. */
const looks: Readonly<Record<string, Look>> = {
  name: async (ask, { talent, name }) => ({ told: { ...((await ask(`/dossiers/${talent}`)) as object), history: [] }, plain: name }),
  'name in the list': async (ask, { name }, at) => ({ told: rowsOf(await ask('/registers/talent')).filter((it) => it.number === `RC-${at}`), plain: name }),
  'name found by search': async (ask, { name }, at) => {
    const found = async (q: string): Promise<unknown[]> => rowsOf(await ask('/registers/talent/search', { q })).filter((it) => it.number === `RC-${at}`);
    const [whole, masked] = [await found(name), await found('司*')];
    return { told: whole.length > 0 ? name : masked.length > 0 ? '司*' : '', plain: name };
  },
  'names in the history': async (ask, { talent, before }) => ({ told: ((await ask(`/dossiers/${talent}`)) as { history?: unknown }).history ?? '', plain: before }),
  'name beside the project': async (ask, { project, name }) => ({ told: ((await ask(`/dossiers/${project}`)) as { references?: unknown }).references ?? '', plain: name }),
  'name on the card': async (ask, { talent, name }) => ({ told: await ask(`/dossiers/${talent}/person`), plain: name }),
  'phone on the card': async (ask, { talent }) => ({ told: await ask(`/dossiers/${talent}/person`), plain: PHONE }),
  'amount of the project': async (ask, { project }) => ({ told: await ask(`/dossiers/${project}`), plain: '12,345.6789' }),
  evidence: async (ask, { talent }) => ({ told: ((await ask(`/dossiers/${talent}`)) as { evidence?: unknown }).evidence ?? '', plain: '证明.xlsx' }),
};

it('every role reads each field, at every position, as the field matrix says', { timeout: 300_000 }, () => withPositions(async (test, world) => {
  const [table, cookies] = [await readTable('field-matrix.csv'), await passes(test, UNIT)];
  const app = await serve(test, test.database);
  expect([...table.keys()].sort()).toEqual(Object.keys(looks).sort());
  const wrong: string[] = [];
  for (const asker of askers) {
    const ask = asked(app, cookies[asker]);
    for (const at of positions) {
      for (const [field, look] of Object.entries(looks)) {
        const { told, plain } = await look(ask, world[at], at);
        const text = JSON.stringify(told);
        const found = text.includes(plain) ? 'p' : /[司欧]\*|138\*{4}5678/.test(text) ? 'm' : '.';
        const expected = table.get(field)!(asker, at);
        if (found !== expected) wrong.push(`${field} as ${asker}, ${at}: ${expected} was expected, not ${found}: ${text.slice(0, 200)}`);
      }
    }
  }
  await app.close();
  expect(wrong).toEqual([]);
}));

/** Answers of the surface, each asked for once; what is refused tells nothing but why. */
function asked(app: FastifyInstance, pass: Readonly<Record<string, string>>): Ask {
  const known = new Map<string, Promise<unknown>>();
  return (path, body) => {
    const key = path + JSON.stringify(body ?? '');
    const answer = known.get(key) ?? app.inject({ method: body ? 'POST' : 'GET', url: `/api/v1${path}`, headers: { ...pass, host: 'localhost' }, ...(body && { payload: body }) }).then((it) => it.json<unknown>());
    known.set(key, answer);
    return answer;
  };
}
