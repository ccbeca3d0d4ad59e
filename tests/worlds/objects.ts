import type { FastifyInstance } from 'fastify';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import type { Cell } from '../../src/office/sheet.ts';
import type { TestLedger } from '../database.ts';
import { type Position, positions, UNIT, type World } from './positions.ts';
import { type Objects, requestTo, type Route } from './requests.ts';
import { employ, session } from './staff.ts';

const HEAD = ['审核', '登记号', '人才姓名', '最高学历', '到岗时间', '引进单位'];

/** One row that goes in, and one that does not. */
function register(unit: string): Promise<Uint8Array> {
  const rows: Cell[][] = [HEAD, ['未审', `RC-new-${unit}`, '某人', '博士', '2025-05-06', unit], ['未审', `RC-bad-${unit}`, '某人', '博士', '2025-13-45', unit]];
  return writeWorkbook([{ name: '引才登记簿', rows }]);
}

/** What there is to ask for beside the records; imports by a unit of each position where there can be one. */
export async function makeObjects(test: TestLedger, app: FastifyInstance, all: readonly Route[], world: World): Promise<Objects> {
  const insert = async (sql: string, values: unknown[]): Promise<string> => (await test.database.query<{ id: string }>(`${sql} returning id`, values)).rows[0]!.id;
  const other = await employ(test, 'somebody-else', 'caizhengju', 'talent-office');
  const personRequests: Partial<Record<Position, string>> = {};
  for (const it of positions) {
    personRequests[it] = await insert("insert into person_request (kind, subject_id, field, reason, document, proposed_by) values ('erasure', $1, 'introducer', '本人要求', '申请', $2)", [world[it].talent, other]);
  }
  const objects: Objects = {
    world,
    personRequests,
    victim: await employ(test, 'victim', UNIT, 'finance'),
    decision: await insert("insert into decision (parameter, value, from_day, document, proposed_by) values ('event.firms', '\"11\"', '2025-12-01', '会议纪要', $1)", [other]),
    freeze: await insert("insert into period_freeze (window_name, from_day, to_day, last_seq, document) values ($1, '2025-01-01', '2025-06-30', 0, '会议')", ['2025H1']),
    workbook: await register('工科局'),
    proof: await writeWorkbook([{ name: '证明', rows: [['证明']] }]),
    imports: {},
  };
  const imports: Partial<Record<Position, string>> = {};
  for (const [position, unit, name] of [['own', UNIT, '工科局'], ['below', 'liuwan', '柳湾乡'], ['foreign', 'hedong', '河东']] as const) {
    const who = await session(test, await employ(test, `uploads-${unit}`, unit, 'park-officer'));
    const { headers, ...sent } = requestTo(all.find((it) => it.id === 'imports.files')!, { ...objects, workbook: await register(name) }, position);
    const response = await app.inject({ ...sent, headers: { ...headers, ...who, host: 'localhost' } });
    if (response.statusCode !== 200) throw new Error(response.body);
    imports[position] = response.json<{ id: string }>().id;
  }
  return { ...objects, imports };
}
