import { createHash } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { auditLog } from '../../src/app/commands/audit-log.ts';
import { insertGrant } from '../../src/domains/accounts/grant-store.ts';
import { makeAccount } from '../../src/domains/accounts/new-account.ts';
import { beginSession } from '../../src/domains/accounts/sessions.ts';
import { type Role, roles } from '../../src/domains/accounts/terms.ts';
import { topics } from '../../src/domains/integrations/terms.ts';
import { runWaitingImports } from '../../src/domains/imports/run-import.ts';
import { transact } from '../../src/base/transaction.ts';
import { selfAudit } from '../../src/ledger/self-audit.ts';
import type { Cell } from '../../src/office/sheet.ts';
import { readSheets } from '../../src/office/read-workbook.ts';
import { writeWorkbook } from '../../src/office/write-workbook.ts';
import { smallSheet } from '../registers/small-registers.ts';
import { canaries, found, type Human, humans } from './canaries.ts';
import type { Answer, Sent } from './send.ts';
import { type Attacked, withAttacked } from './world.ts';

/** Of fifty humans forty come in, five are refused for a date, five for a name in a wrong column. */
const GOOD = 40;
/** Who may write the records, or look at names with a right to: they may see. */
const MAY_SEE: readonly Role[] = ['park-officer'];

interface Seen {
  readonly headers: string[];
  /** Bodies that roles were given who may not see a name. */
  readonly foreign: { role: Role; path: string; status: number; text: string }[];
  readonly said: string[];
}

let seen: Seen;
let ask: (role: Role, method: string, path: string, body?: unknown) => Promise<Answer>;

const form = (path: string, name: string, bytes: Uint8Array, fields: Record<string, string> = {}): Sent => ({
  method: 'POST',
  path: `/api/v1${path}`,
  headers: { 'content-type': 'multipart/form-data; boundary=lines' },
  body: Buffer.concat([
    ...Object.entries(fields).map(([field, it]) => Buffer.from(`--lines\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${it}\r\n`)),
    Buffer.from(`--lines\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`), bytes, Buffer.from('\r\n--lines--\r\n'),
  ]),
});

/** The register of talents as a park keeps it: with columns that the platform does not take. */
async function register(people: readonly Human[]): Promise<Uint8Array> {
  const rows = people.map((it, n) => ({
    人才编号: `RC-C${n}`,
    姓名: it.name,
    所属园区: '泰兴高新区',
    ...(n >= GOOD && (n < GOOD + 5 ? { 落户日期: '2021-13-45' } : n % 2 ? { 学历: it.name } : { 所属园区: it.name, 落户日期: it.phone })),
  }));
  const sheet = smallSheet('人才台账', rows);
  const extra = (n: number): Cell[] => (n === 1 ? ['手机', '身份证', '邮箱'] : n < 2 ? [] : [people[n - 2]!.phone, people[n - 2]!.idNumber, people[n - 2]!.email]);
  return writeWorkbook([{ name: '人才台账', rows: sheet.rows.map((it, n) => [...it.cells, ...extra(n)]) }]);
}

/** Everything that people do with personal data, once; what went out is kept in `seen`. */
async function live(attacked: Attacked): Promise<void> {
  const { platform, test: { owner } } = attacked;
  await owner.query("insert into webhook (name, url, topics, secret, made_by) select '外', 'https://example.cn/', $1, '', id from account limit 1", [topics]);
  const must = async (answer: Promise<Answer>, status: number): Promise<unknown> => {
    const { status: got, text, json } = await answer;
    expect(got, text).toBe(status);
    return json;
  };
  const upload = async (name: string): Promise<Answer> => keep(await attacked.send('park-officer', form('/imports/files', name, await register(humans))));
  // A name in the file's name is refused; then the import, its preview, its refused rows.
  expect((await upload(`${humans[0]!.name}.xlsx`)).json).toMatchObject({ code: 'tells-of-human' });
  const { id } = (await upload('台账.xlsx')).json as { id: string };
  const preview = await ask('park-officer', 'GET', `/imports/${id}`);
  expect(preview.json).toMatchObject({ report: { accepted: { 人才台账: GOOD }, rejectedCount: humans.length - GOOD } });
  const refused = await attacked.send('park-officer', { method: 'GET', path: `/api/v1/imports/${id}/refused.xlsx` });
  expect(found(JSON.stringify(await readSheets({ name: 'r.xlsx', bytes: refused.bytes }))).length).toBe((humans.length - GOOD) * 4);
  keep(refused);
  await must(ask('park-officer', 'POST', `/imports/${id}/confirm`, { id }), 200);
  await runWaitingImports(platform);

  // Contacts, evidence, corrections, looks.
  const { rows } = await owner.query<{ id: string; number: string; version: number }>("select subject_id as id, number, version from dossier where number like 'RC-C%'");
  expect(rows.length).toBe(GOOD);
  for (const it of rows) {
    const human = humans[Number(it.number.slice(4))]!;
    const { name: _, ...details } = human;
    await must(ask('park-officer', 'POST', `/dossiers/${it.id}/person`, details), 200);
    await must(ask('park-officer', 'POST', `/dossiers/${it.id}/person/looks`, { field: 'phone', reason: '通知领奖' }), 200);
    await must(ask('park-officer', 'POST', `/dossiers/${it.id}/person/looks`, { field: 'idNumber', reason: `核对${human.name}` }), 422);
    await must(ask('talent-office', 'POST', '/registers/talent/search', { q: human.name }), 200);
    await must(ask('talent-office', 'GET', `/registers/talent?q=${encodeURIComponent(human.name)}`), 422);
    await must(ask('park-officer', 'POST', `/dossiers/${it.id}/corrections`, { version: it.version, fields: { degree: '硕士' }, milestones: {}, reason: `${human.name}的学历` }), 422);
  }
  const [first, ...others] = rows.slice(0, 6);
  const human = humans[Number(first!.number.slice(4))]!;
  const proof = Buffer.from(`%PDF-1.4\n${human.name} ${human.idNumber}\n%%EOF\n`);
  expect((await attacked.send('park-officer', form(`/dossiers/${first!.id}/evidence`, `${human.name}.pdf`, proof, { milestone: 'entry', kind: '证件' }))).status).toBe(422);
  expect((await attacked.send('park-officer', form(`/dossiers/${first!.id}/evidence`, 'a.pdf', proof, { milestone: 'entry', kind: '证件' }))).status).toBe(200);
  for (const it of others) await must(ask('park-officer', 'POST', `/dossiers/${it.id}/corrections`, { version: it.version, fields: { name: humans[Number(it.number.slice(4))]!.name.slice(0, -1) + '更' }, milestones: {}, reason: '录入有误' }), 200);

  // Everybody reads everything there is to read, with and without what the register of a browser would ask.
  for (const role of roles) {
    for (const path of ['/registers/talent', '/registers/project', '/imports', `/imports/${id}`, '/awards?year=2021', '/board?year=2021', '/audit', '/audit.csv', '/audit/looks', '/person-requests', '/accounts', '/grants', ...rows.slice(0, 8).flatMap((it) => [`/dossiers/${it.id}`, `/dossiers/${it.id}/person`])]) {
      const { status, text } = await ask(role, 'GET', path);
      if (!MAY_SEE.includes(role)) seen.foreign.push({ role, path, status, text });
    }
  }
  const metrics = await attacked.send(undefined, { method: 'GET', path: '/metrics' });
  seen.foreign.push({ role: 'integration', path: '/metrics', status: metrics.status, text: keep(metrics).text });

  // A copy for one, erasure of another; a third stays.
  await must(ask('talent-office', 'POST', `/dossiers/${first!.id}/person/hand-over`, { reason: '本人申请', document: '申请书' }), 200);
  const { id: erasure } = (await must(ask('talent-office', 'POST', `/dossiers/${first!.id}/person/erasure`, { reason: '本人申请', document: '申请书' }), 200)) as { id: string };
  const second = await secondOfficer(attacked);
  const carried = await attacked.send(undefined, { method: 'POST', path: `/api/v1/person-requests/${erasure}/erase`, headers: { 'content-type': 'application/json', cookie: `tandem_session=${second}` }, body: Buffer.from('{}') });
  expect(carried.json, carried.text).toEqual({ files: 1, kept: 0 });
  keep(carried);
  erased = human;
  seen.said.push((await auditLog(platform, { words: [], options: {}, files: [] })).text);
}

let erased: Human;

async function secondOfficer({ platform }: Attacked): Promise<string> {
  return transact(platform.database, async (tx) => {
    const account = await makeAccount(tx, { login: 'second', name: '第二位', passwordHash: null, unit: 'rencaiban', post: '', demo: true });
    await insertGrant(tx, account, { role: 'talent-office', unit: 'rencaiban', also: [], document: '' }, null);
    return beginSession(tx, account, { proved: true });
  });
}

function keep(answer: Answer): Answer {
  seen.headers.push(JSON.stringify(answer.headers));
  return answer;
}

/** Every row of every table as text, binary columns as what they say; `person` alone is left out. */
async function dump({ test: { owner } }: Attacked): Promise<Map<string, string>> {
  const { rows: columns } = await owner.query<{ name: string; column: string; type: string }>(
    "select c.table_name as name, c.column_name as column, c.data_type as type from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public' where c.table_schema = 'public' order by 1, c.ordinal_position",
  );
  const tables = new Map<string, string>();
  for (const [name, all] of Map.groupBy(columns, (it) => it.name)) {
    const said = all.map((it) => (it.type === 'bytea' ? `coalesce(convert_from(convert_to(encode("${it.column}", 'escape'), 'UTF8'), 'UTF8'), '')` : `coalesce("${it.column}"::text, '')`)).join(` || ' ' || `);
    const { rows } = await owner.query<{ text: string | null }>(`select string_agg(${said}, E'\\n') as text from "${name}"`);
    tables.set(name, rows[0]!.text ?? '');
  }
  return tables;
}

/** Binary texts in `escape` are octal beyond ASCII, so what a file says is read by itself. */
async function fileTexts({ test: { owner } }: Attacked): Promise<string> {
  const { rows } = await owner.query<{ content: Buffer }>('select content from file');
  const texts = await Promise.all(rows.map(async ({ content }) => content.toString('utf8') + (content.subarray(0, 2).toString() === 'PK' ? JSON.stringify(await readSheets({ name: 'a.xlsx', bytes: content }).catch(() => [])) : '')));
  return texts.join('\n');
}

async function withLife(work: (attacked: Attacked) => Promise<void>): Promise<void> {
  await withAttacked(async (attacked) => {
    seen = { headers: [], foreign: [], said: [] };
    ask = async (role, method, path, body) => keep(await attacked.ask(role, method, path, body));
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((it) => vi.spyOn(console, it).mockImplementation((...words) => void seen.said.push(words.map(String).join(' '))));
    try {
      await live(attacked);
      await work(attacked);
    } finally {
      for (const it of spies) it.mockRestore();
    }
  });
}

beforeAll(() => {
  expect([canaries.length, new Set(canaries).size, found(canaries.join(' ')).length]).toEqual([200, 200, 200]);
});

test('200 canaries go through every flow and stand in the one erasable table alone: no other table, log, header, file name, and no answer to who may not see them', { timeout: 240_000 }, () => withLife(async (attacked) => {
  const hits = [...(await dump(attacked))].flatMap(([table, text]) => (table === 'person' || table === 'file' ? [] : found(text).map((it) => `${table}: ${it}`)));
  expect(hits).toEqual([]);
  expect(found(seen.headers.join('\n'))).toEqual([]);
  expect(found(seen.said.join('\n'))).toEqual([]);
  expect(seen.foreign.flatMap(({ role, path, text }) => found(text).map((it) => `${role} ${path}: ${it}`))).toEqual([]);
  // Each of these was read by somebody, and there was something to tell other systems.
  const read = new Set(seen.foreign.flatMap(({ path, status }) => (status === 200 ? [path] : [])));
  expect(seen.foreign.filter((it) => !read.has(it.path)).map((it) => it.path)).toEqual([]);
  expect((await attacked.test.owner.query('select from message')).rowCount).toBeGreaterThan(5);
  // The one table holds names, and nothing beside them that can be read.
  const held = found((await dump(attacked)).get('person')!);
  expect(held.length).toBe(GOOD - 1);
  expect(held.filter((it) => /\d/.test(it))).toEqual([]);
  // Of who was erased nothing is left, in files too: uploads of the register are gone before their time, evidence is empty.
  expect(held).not.toContain(erased.name);
  expect(found(await fileTexts(attacked))).toEqual([]);
  expect(await selfAudit(attacked.platform.database, attacked.platform.ledger)).toEqual([]);

  // Control: what is planted in any of these places is found.
  const [one] = humans;
  await attacked.test.owner.query("insert into setup_code (code_hash, expires_at) values ($1, now())", [Buffer.from(one!.phone)]);
  await attacked.test.owner.query("insert into file (sha256, name, size, content) values ($1, $2, 1, $3)", [createHash('sha256').update('a').digest('hex'), one!.email, Buffer.from(one!.name)]);
  await attacked.test.owner.query('update account set post = $1 where login = $2', [one!.name, 'second']);
  const tables = await dump(attacked);
  expect([tables.get('setup_code')!, tables.get('file')!, tables.get('account')!, await fileTexts(attacked)].map((it) => found(it))).toEqual([[one!.phone], [one!.email], [one!.name], [one!.name]]);
  console.error(`oh ${encodeURIComponent(one!.name)}`);
  expect(found(seen.said.join('\n'))).toEqual([one!.name]);
}));
