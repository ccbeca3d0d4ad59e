import { openapiDocument } from '../../src/app/http/openapi.ts';
import type { World } from './positions.ts';

/** What a route is asked with. */
export interface Asked {
  /** Values of the address, and of its query. */
  readonly address?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Instead of a body: fields and one file. */
  readonly form?: { readonly fields: Readonly<Record<string, string>>; readonly file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array } };
}

/** What there is to ask for, beside the records. */
export interface Objects {
  readonly world: World;
  /** Imports by the unit of their position. */
  readonly imports: Readonly<Partial<Record<keyof World, string>>>;
  readonly personRequests: Readonly<Partial<Record<keyof World, string>>>;
  readonly victim: string;
  readonly decision: string;
  readonly freeze: string;
  /** A register that can be imported. */
  readonly workbook: Uint8Array;
  readonly proof: Uint8Array;
}

const nobody = '0199a000-0000-7000-8000-000000000000';
/** Of one pixel. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const because = { reason: '按规定办理' };
const asked = { ...because, document: '本人申请' };
type Ask = (objects: Objects, at: keyof World) => Asked;

const record = (body?: unknown): Ask => ({ world }, at) => ({ address: { id: world[at].talent }, ...(body !== undefined && { body }) });
const changed = (body: object): Ask => record({ version: 2, ...body });
const plain = (body: unknown): Ask => () => ({ body });
const decision = (body?: object): Ask => (objects) => ({ address: { id: objects.decision }, ...(body && { body }) });
const victim = (address: 'id' | 'account', body?: object): Ask => (objects) => ({ address: { [address]: objects.victim }, ...(body && { body }) });
const missing = (body?: object): Ask => () => ({ address: { id: nobody }, ...(body && { body }) });
const passkey = { id: 'YWJj', response: { clientDataJSON: 'YWJj', authenticatorData: 'YWJj', signature: 'YWJj' } };

/** How each route is asked; those that are not named are asked without anything. */
const requests: Readonly<Record<string, Ask>> = {
  'accounts.login': plain({ login: 'nobody-there', password: 'x' }),
  'accounts.setUp': plain({ code: 'X', login: 'first-one', password: '银杏树下-Tingyu-7夜同行', name: '某', unit: 'gongkeju', security: { login: 'second-one', name: '某' }, audit: { login: 'third-one', name: '某' } }),
  'accounts.activate': plain({ login: 'nobody-there', code: 'X', password: '银杏树下-Tingyu-7夜同行' }),
  'accounts.passkeyLogin': plain({ passkey }),
  'accounts.prove': plain({ code: '000000' }),
  'accounts.changePassword': plain({ current: 'x', password: '银杏树下-Tingyu-7夜同行' }),
  'accounts.confirmTotp': plain({ code: '000000' }),
  'accounts.addPasskey': plain({ name: '某', passkey: { id: 'YWJj', response: { clientDataJSON: 'YWJj', attestationObject: 'YWJj' } } }),
  'accounts.removePasskey': plain({ id: 'YWJj' }),
  'accounts.enterDemo': plain({ account: nobody }),
  'accounts.create': plain({ login: 'somebody-new', name: '某', unit: 'gongkeju' }),
  'accounts.renewCode': victim('id'),
  'accounts.disable': victim('id'),
  'accounts.reopen': victim('id'),
  'accounts.link': victim('id', { subject: 'person-1' }),
  'accounts.unlink': victim('id'),
  'accounts.grant': victim('account', { role: 'finance', unit: 'caizhengju' }),
  'accounts.takeRole': victim('account'),
  'accounts.clearFactors': victim('account'),
  'accounts.chooseProfile': plain({ profile: 'asvs', reason: '测评' }),
  'board.board': () => ({ query: { year: '2025' } }),
  'board.thirtyPercent': () => ({ query: { year: '2025' } }),
  'board.figure': () => ({ address: { measure: 'c2.talents', owner: 'city', window: '2025H1' } }),
  'board.freeze': plain({ window: '2025-10', document: '会议纪要' }),
  'board.frozenBoard': (objects) => ({ address: { id: objects.freeze } }),
  'board.mergeUnits': () => ({ address: { unit: 'liuwan' }, body: { into: 'hedong', day: '2025-12-01', document: '批复' } }),
  'decisions.one': decision(),
  'decisions.propose': plain({ parameter: 'event.firms', value: '12', from: '2025-12-01', document: '会议纪要' }),
  'decisions.preview': decision(),
  'decisions.withdraw': decision(),
  'decisions.reject': decision(because),
  'decisions.approve': decision({ seen: '2025-11-20T00:00:00.000Z' }),
  'records.list': () => ({ address: { kind: 'talent' } }),
  'records.board': () => ({ address: { kind: 'project' }, body: {} }),
  'records.form': () => ({ address: { kind: 'project' } }),
  'records.search': () => ({ address: { kind: 'talent' }, body: {} }),
  'records.dossier': record(),
  'records.looks': record(),
  'records.trace': record(),
  'records.giveVerdict': changed({ act: 'verify' }),
  'records.previewVerdicts': ({ world }, at) => ({ body: { act: 'verify', items: [{ id: world[at].talent, milestone: 'entry' }] } }),
  'records.giveVerdicts': ({ world }, at) => ({ body: { act: 'verify', items: [{ id: world[at].talent, version: 2, milestone: 'entry' }] } }),
  'records.checkEvidence': ({ world }, at) => ({ address: { id: world[at].evidence }, body: { how: '核对原件', good: true } }),
  'records.makeSiteCheck': ({ world, proof }, at) => ({ address: { id: world[at].talent }, form: { fields: { milestone: 'entry', day: '2025-11-03', findings: '与申报一致' }, file: { field: 'file', name: 'a.xlsx', bytes: proof } } }),
  'records.confirmSiteCheck': missing(),
  'desk.report': () => ({ address: { kind: 'last-days' }, query: { window: '2025' } }),
  'desk.reportFile': () => ({ address: { kind: 'last-days' }, query: { window: '2025' } }),
  'desk.askPaper': plain({ measure: 'c2.talents', owner: 'city', window: '2025H1', standing: 'certified' }),
  'desk.paperFile': missing(),
  'records.transfer': changed({ from: null, parts: [{ unit: 'bailuyuan', percent: 100 }], ...because }),
  'records.correct': changed({ fields: { degree: '硕士' }, ...because }),
  'records.enter': () => ({ address: { kind: 'talent' }, body: { fields: { name: '某某' }, number: 'RC-NEW' } }),
  'records.advance': changed({ milestone: 'left', day: '2025-11-03', ...because }),
  'records.progress': changed({ is: 'behind' }),
  'records.withdraw': changed(because),
  'records.share': record({ unit: 'bailuyuan', ...because }),
  'records.endShare': record({ unit: 'gongkeju' }),
  'records.seal': record(because),
  'records.liftSeal': record(because),
  'records.addEvidence': ({ world, proof }, at) => ({ address: { id: world[at].talent }, form: { fields: { milestone: 'entry' }, file: { field: 'file', name: 'a.xlsx', bytes: proof } } }),
  'records.evidence': ({ world }, at) => ({ address: { id: world[at].evidence } }),
  'projects.followUps': record(),
  'projects.sayFollowUp': ({ world }, at) => ({ address: { id: world[at].talent }, form: { fields: { day: '2025-11-03', text: '上门走访' }, file: { field: 'file', name: 'a.png', bytes: PICTURE } } }),
  'projects.takeBackFollowUp': missing(because),
  'projects.photo': missing(),
  'projects.colleagues': record(),
  'projects.seeMention': missing(),
  'projects.money': record(),
  'projects.promises': record(),
  'projects.quality': record(),
  'projects.promise': record({ side: 'city', text: '交付厂房' }),
  'projects.settlePromise': missing({ is: 'kept' }),
  'drafts.one': () => ({ address: { key: 'follow-up:1' } }),
  'drafts.keep': () => ({ address: { key: 'follow-up:1' }, body: { body: { text: '还没有写完' } } }),
  'persons.card': record(),
  'persons.look': record({ field: 'name', ...because }),
  'persons.keep': record({ phone: '13912345678' }),
  'persons.handOver': record(asked),
  'persons.proposeErasure': record({ ...asked, field: 'name' }),
  'persons.erase': ({ personRequests }, at) => ({ address: { id: personRequests[at]! } }),
  'persons.refuse': ({ personRequests }, at) => ({ address: { id: personRequests[at]! }, body: because }),
  'awards.due': () => ({ query: { year: '2025' } }),
  'holdings.check': plain({ name: '某某公司' }),
  'holdings.receipt': missing(),
  'holdings.explain': missing(because),
  'holdings.decide': missing({ accept: true, ...asked }),
  'holdings.release': missing(asked),
  'holdings.offer': missing({ kind: 'transfer', to: 'bailuyuan', ...because }),
  'holdings.answer': missing({ accept: false }),
  'holdings.handOver': plain({ from: null, to: nobody, leads: [nobody] }),
  'imports.one': ({ imports }, at) => ({ address: { id: imports[at]! } }),
  'imports.pick': ({ imports }, at) => ({ address: { id: imports[at]! }, body: { picks: {} } }),
  'imports.confirm': ({ imports }, at) => ({ address: { id: imports[at]! }, body: {} }),
  'imports.refused': ({ imports }, at) => ({ address: { id: imports[at]! } }),
  'imports.files': ({ workbook }) => ({ form: { fields: {}, file: { field: 'files', name: '引才.xlsx', bytes: workbook } } }),
  'exports.one': missing(),
  'exports.keepLayout': plain({ register: '引才登记簿', label: '版式', title: '标题', columns: [{ of: '登记号', heading: '登记号' }] }),
  'exports.endLayout': missing(),
  'exports.make': plain({ kind: 'talent' }),
  'exports.file': missing(),
  'integrations.makeToken': plain({ account: nobody, name: '某系统', rights: ['figures:read'], expiresOn: '2026-01-01' }),
  'integrations.makeWebhook': plain({ name: '某系统', url: 'https://hook.example.org/', topics: ['freezes:make'] }),
  'integrations.revokeToken': missing(),
  'integrations.messages': missing(),
  'integrations.resumeWebhook': missing(),
  'integrations.skipMessage': missing({ message: nobody }),
  'integrations.endWebhook': missing(),
};

/** A request as the server is given it. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: Buffer;
}

export interface Route {
  readonly id: string;
  /** Under `/api/v1`. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
}

/** Every route of the surface: the contract's and the plain ones. */
export async function routes(): Promise<Route[]> {
  const { paths } = await openapiDocument();
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]) => ({ id: operationId, path, method: method.toUpperCase() as Route['method'] })));
}

export function requestTo({ id, path, method }: Route, objects: Objects, at: keyof World): Sent {
  const { address = {}, query, body, form } = requests[id]?.(objects, at) ?? {};
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(address[name]!));
  const url = `/api/v1${filled}${query ? `?${new URLSearchParams(query).toString()}` : ''}`;
  if (form) return { method, url, headers: { 'content-type': 'multipart/form-data; boundary=lines' }, payload: multipart(form) };
  if (method === 'GET') return { method, url, headers: {} };
  return { method, url, headers: { 'content-type': 'application/json' }, payload: Buffer.from(JSON.stringify(body ?? {})) };
}

function multipart({ fields, file }: NonNullable<Asked['form']>): Buffer {
  const text = Object.entries(fields).map(([name, value]) => `--lines\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('');
  return Buffer.concat([
    Buffer.from(`${text}--lines\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\n\r\n`),
    file.bytes,
    Buffer.from('\r\n--lines--\r\n'),
  ]);
}
