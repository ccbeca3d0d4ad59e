import { OpenAPIGenerator } from '@orpc/openapi';
import { traverseContractProcedures } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import type { EndpointMeta } from '../../base/endpoint.ts';
import { COOKIE } from '../../domains/accounts/terms.ts';
import { explained } from '../../domains/records/contract.ts';
import { contract } from '../contract.ts';
import { type Operation, plainPaths } from './openapi-plain.ts';

/** An OpenAPI 3.1 document, as far as it is read here. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const DESCRIPTION = [
  '本平台的全部接口。网页所用的与此相同，没有另外的通道。',
  '',
  '- 日期写作 `YYYY-MM-DD`（北京时间）；金额是以分为单位的整数，写成字符串；比例和数量是数字。',
  '- 每个接口的 `x-right` 是它要求的权限：`public` 不需登录，`signed-in` 只需登录，`half-signed-in` 在登录未完成时也可使用；标有 `x-step-up` 的要求几分钟内验证过第二因素。看不到的对象一律答复 404。',
  '- 写入的请求请带 `X-Request-Id`（UUID）：同一编号再次提交得到同样的答复，不会办理两次；换了内容则答复 422。',
  '- 不予办理时答复 `Refusal`：`code` 供程序判断，`message` 是给人看的一句话，说明接下来怎么做。',
].join('\n');

const refusal = {
  type: 'object',
  description: '不予办理的原因。',
  required: ['code', 'message'],
  properties: {
    code: { type: 'string', description: '供程序判断的代号。', pattern: '^[a-z][a-z-]*$' },
    message: { type: 'string', description: '给人看的一句话。' },
    clause: { type: 'string', description: '所依据条款的编号。' },
    details: { type: 'array', items: { type: 'string' }, description: '逐条说明。' },
    issues: {
      type: 'array',
      description: '哪几处填写不合要求。',
      items: { type: 'object', required: ['message'], properties: { path: { type: 'array', items: { type: ['string', 'integer'] } }, message: { type: 'string' } } },
    },
    requestId: { type: 'string', description: '系统出错时，请把这个编号告诉管理员。' },
  },
};

const answers = { '400': '填写不合要求。', '401': '请先登录。', '403': '没有这项权限。', '404': '没有这个对象，或不在查看范围之内。', '409': '内容已被他人更新。', '422': '不予办理，原因见答复。', '429': '操作太频繁，请稍后再试。', '500': '系统出错。' };
const responses = Object.fromEntries(Object.entries(answers).map(([status, description]) => [`Refused${status}`, { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } }]));
const refused = Object.fromEntries(Object.keys(answers).map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]));
const requestId = { name: 'X-Request-Id', in: 'header', required: false, description: '这次提交的编号。', schema: { type: 'string', format: 'uuid' } };

/** The whole surface as an OpenAPI 3.1 document: the contract's endpoints, and the plain routes for files. */
export async function openapiDocument(): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = (await generator.generate(contract, {
    info: { title: '双招双引联动平台接口', version: '1', description: DESCRIPTION },
    servers: [{ url: '/api/v1' }],
    commonSchemas: { Explained: { schema: explained, strategy: 'output' } },
  })) as unknown as OpenApiDocument;
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [path, methods] of Object.entries(document.paths)) paths[path] = { ...methods };
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: one }) => {
    const { route, meta } = one['~orpc'];
    const method = route.method!.toLowerCase();
    const { right, stepUp } = meta as EndpointMeta;
    paths[route.path!]![method] = { ...paths[route.path!]![method]!, 'x-right': right!, ...(stepUp && { 'x-step-up': true }) };
  });
  for (const [path, methods] of Object.entries(plainPaths)) paths[path] = { ...paths[path], ...methods };
  for (const methods of Object.values(paths)) for (const [method, operation] of Object.entries(methods)) methods[method] = completed(method, operation);
  const securitySchemes = {
    session: { type: 'apiKey', in: 'cookie', name: COOKIE, description: '登录后的会话。' },
    token: { type: 'http', scheme: 'bearer', description: '系统对接账号的令牌。' },
  };
  const components = { ...document.components, schemas: { ...document.components.schemas, Refusal: refusal }, responses, securitySchemes };
  return { ...document, paths, components };
}

/** What every operation has: who may call it, what it refuses with, and the id of a write. */
function completed(method: string, operation: Operation): Operation {
  return {
    ...operation,
    security: operation['x-right'] === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: [...(operation.parameters ?? []), ...(method === 'get' ? [] : [requestId])],
    responses: { ...operation.responses, ...refused },
  };
}

/** `GET /api/v1/openapi.json`: for everybody, it holds no secret. Made when it is first asked for. */
export function openapiRoute(app: FastifyInstance): void {
  let text: Promise<string> | undefined;
  app.get('/api/v1/openapi.json', async (_, reply) => reply.type('application/json; charset=utf-8').send(await (text ??= openapiDocument().then((it) => JSON.stringify(it)))));
}
