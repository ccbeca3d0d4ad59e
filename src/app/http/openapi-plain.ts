import { z } from 'zod';
import type { EndpointRight } from '../../base/endpoint.ts';
import { auditQuery } from '../../domains/audit/contract.ts';
import { reportQuery } from '../../domains/desk/contract.ts';

/** An operation of an OpenAPI document, as far as it is read or written here; schemas are JSON Schema. */
export interface Operation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  /** The right that it asks for. */
  readonly 'x-right': EndpointRight;
  /** Whether it asks for a second factor shown within the last minutes. */
  readonly 'x-step-up'?: true;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, object>>;
}

const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const bytes = { type: 'string', format: 'binary' };
const file = { '200': { description: '文件本身。', content: { 'application/octet-stream': { schema: bytes } } } };
const made = { '200': { description: 'OK', content: { 'application/json': { schema: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } } } } } };
const refusal = (description: string) => ({ description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } });
const tooLarge = { '413': refusal('文件太大。'), '503': refusal('现在上传的人太多，过 Retry-After 秒后再传。') };
const form = (properties: object, required: readonly string[]) => ({ required: true, content: { 'multipart/form-data': { schema: { type: 'object', required, properties } } } });

/** The parameters that a route takes, by the schema that it reads them with. @param path those that stand in its path */
function parametersOf(query: z.ZodObject, path: readonly string[] = []): NonNullable<Operation['parameters']> {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' });
  return Object.entries(properties).map(([name, schema]) => ({ name, in: path.includes(name) ? 'path' : 'query', ...(required.includes(name) && { required: true }), schema: schema as object }));
}

/** The routes of `files.ts` and the document's own: what the contract cannot say because it is no JSON. */
export const plainPaths: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/imports/files': {
    post: {
      operationId: 'imports.files',
      tags: ['imports'],
      summary: '上传台账（.xlsx 或 .csv），得到一次导入的预览；确认之前不会写入。',
      'x-right': 'imports:make',
      requestBody: form({ files: { type: 'array', minItems: 1, maxItems: 10, items: bytes } }, ['files']),
      responses: { ...made, ...tooLarge },
    },
  },
  '/imports/{id}/refused.xlsx': {
    get: { operationId: 'imports.refused', tags: ['imports'], summary: '下载退回的行，改正后可以再次上传。', 'x-right': 'imports:read', parameters: [id], responses: file },
  },
  '/exports/{id}/list.xlsx': {
    get: { operationId: 'exports.file', tags: ['exports'], summary: '下载导出的台账，保存 30 天。', 'x-right': 'exports:make', parameters: [id], responses: file },
  },
  '/dossiers/{id}/evidence': {
    post: {
      operationId: 'records.addEvidence',
      tags: ['records'],
      summary: '为一条记录上传佐证。',
      'x-right': 'records:write',
      parameters: [id],
      requestBody: form({ file: bytes, milestone: { type: 'string', default: 'entry' }, kind: { type: 'string', default: '佐证' }, origin: { type: 'string' } }, ['file']),
      responses: { ...made, ...tooLarge },
    },
  },
  '/evidence/{id}': {
    get: { operationId: 'records.evidence', tags: ['records'], summary: '下载一份佐证；view=1 时扫描件直接显示。', 'x-right': 'records:read', parameters: [id, { name: 'view', in: 'query', schema: { type: 'string', enum: ['1'] } }], responses: file },
  },
  '/dossiers/{id}/site-checks': {
    post: {
      operationId: 'records.makeSiteCheck',
      tags: ['records'],
      summary: '记下一次现场核查，可附照片；由同去的第二人确认后才作佐证。',
      'x-right': 'verdicts:give',
      parameters: [id],
      requestBody: form({ milestone: { type: 'string', default: 'entry' }, day: { type: 'string', format: 'date' }, findings: { type: 'string', maxLength: 1000 }, good: { type: 'string', enum: ['yes', 'no'] }, file: { type: 'array', items: bytes } }, ['day', 'findings']),
      responses: { ...made, ...tooLarge },
    },
  },
  '/reports/{kind}/report.xlsx': {
    get: { operationId: 'desk.reportFile', tags: ['desk'], summary: '下载一份审计报表，下载本身也记入日志。', 'x-right': 'reports:read', parameters: parametersOf(reportQuery, ['kind']), responses: file },
  },
  '/working-papers/{id}/pack.zip': {
    get: { operationId: 'desk.paperFile', tags: ['desk'], summary: '下载本人要的一份工作底稿。', 'x-right': 'papers:make', parameters: [id], responses: file },
  },
  '/dossiers/{id}/follow-ups': {
    post: {
      operationId: 'projects.sayFollowUp',
      tags: ['projects'],
      summary: '写一条跟进或备注，可附照片；照片里的位置、时间等信息收到即去掉。',
      'x-right': 'followups:write',
      parameters: [id],
      requestBody: form({ day: { type: 'string', format: 'date' }, text: { type: 'string', maxLength: 2000 }, form: { type: 'string' }, nextStep: { type: 'string', maxLength: 500 }, nextDay: { type: 'string' }, mentioned: { type: 'string' }, file: { type: 'array', maxItems: 3, items: bytes } }, ['day', 'text']),
      responses: { ...made, ...tooLarge },
    },
  },
  '/photos/{id}': {
    get: { operationId: 'projects.photo', tags: ['projects'], summary: '看一条跟进的照片。', 'x-right': 'followups:read', parameters: [id], responses: { '200': { description: '照片。', content: { 'image/jpeg': { schema: bytes }, 'image/png': { schema: bytes } } } } },
  },
  '/audit.csv': {
    get: {
      operationId: 'audit.export',
      tags: ['audit'],
      summary: '导出操作日志（最新的五万行），导出本身也记入日志。',
      'x-right': 'audit:read',
      parameters: parametersOf(auditQuery),
      responses: file,
    },
  },
  '/openapi.json': {
    get: { operationId: 'openapi', summary: '本文档。', 'x-right': 'public', responses: { '200': { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } } },
  },
};
