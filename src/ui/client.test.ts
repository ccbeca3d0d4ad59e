import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { oc } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ApiRefusal } from './api-refusal.ts';
import { createClient, whenProofAsked, whenSignedOut } from './client.ts';
import { mayRepeat } from './query-client.ts';

const contract = {
  projects: {
    sign: oc.input(z.object({ name: z.string().min(4, '项目名称至少 4 个字') })).output(z.object({ name: z.string() })),
    certify: oc.output(z.object({ done: z.literal(true) })),
    mine: oc.output(z.object({ count: z.number() })),
    broken: oc.output(z.object({ count: z.number() })),
    grant: oc.output(z.object({ done: z.literal(true) })),
  },
};
const api = createClient<typeof contract>();
const projects = createClient<typeof contract.projects>('projects');
const seen: (string | undefined)[] = [];
let server: Server;
let proved = false;

beforeAll(async () => {
  const os = implement(contract).projects;
  const handler = new RPCHandler({
    projects: {
      sign: os.sign.handler(({ input }) => ({ name: input.name })),
      certify: os.certify.handler(() => {
        throw new ORPCError('CONFLICT', { status: 409, message: '申报单位不能认定自己的项目。', data: { code: 'own-unit', clause: 's3.1', details: ['XM-2021-0042'] } });
      }),
      mine: os.mine.handler(() => {
        throw new ORPCError('UNAUTHORIZED', { message: '请先登录。' });
      }),
      grant: os.grant.handler(() => {
        if (!proved) throw new ORPCError('STEP_UP', { status: 403, message: '请再核对一次身份。', data: { code: 'step-up' } });
        return { done: true as const };
      }),
      broken: os.broken.handler(() => {
        throw new Error('a bug');
      }),
    },
  });
  server = createServer((request, response) => {
    seen.push(request.headers['x-request-id'] as string | undefined);
    void handler.handle(request, response, { prefix: '/rpc', context: {} });
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
beforeEach(() => void seen.splice(0));
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  vi.unstubAllGlobals();
});

async function refusal(call: Promise<unknown>): Promise<ApiRefusal> {
  const error: unknown = await call.then(
    () => undefined,
    (it: unknown) => it,
  );
  if (!(error instanceof ApiRefusal)) throw new Error(`not a refusal: ${String(error)}`);
  return error;
}

test('a call goes to its endpoint under a request id, given or made', async () => {
  expect(await api.projects.sign({ name: '碳纤维预制体' })).toEqual({ name: '碳纤维预制体' });
  expect(await projects.sign({ name: '碳纤维预制体' }, { context: { requestId: 'r-1' } })).toEqual({ name: '碳纤维预制体' });
  expect(seen[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(seen[1]).toBe('r-1');
});

test('a no of the business keeps its code, words, clause and details', async () => {
  const no = await refusal(projects.certify(undefined, { context: { requestId: 'r-2' } }));
  expect(no).toMatchObject({ code: 'own-unit', message: '申报单位不能认定自己的项目。', clause: 's3.1', details: ['XM-2021-0042'], status: 409, requestId: 'r-2' });
  expect(mayRepeat(no)).toBe(false);
});

test('what is filled in wrongly is said field by field', async () => {
  const no = await refusal(projects.sign({ name: '纤维' }));
  expect(no.fields).toEqual([{ name: 'name', message: '项目名称至少 4 个字' }]);
  expect(no.message).toBe('有 1 处需要修改。');
});

test('who is no longer logged in is led to the log-in', async () => {
  const leave = vi.fn();
  whenSignedOut(leave);
  expect((await refusal(projects.mine())).status).toBe(401);
  expect(leave).toHaveBeenCalledOnce();
});

test('what asks for proof is sent again under its id once the proof was given, and not otherwise', async () => {
  expect((await refusal(projects.grant())).code).toBe('step-up');
  whenProofAsked(async () => true);
  expect((await refusal(projects.grant(undefined, { context: { requestId: 'r-4' } }))).code).toBe('step-up');
  expect(seen.slice(1)).toEqual(['r-4', 'r-4']);
  whenProofAsked(async () => (proved = true));
  expect(await projects.grant(undefined, { context: { requestId: 'r-5' } })).toEqual({ done: true });
  expect(seen.slice(3)).toEqual(['r-5', 'r-5']);
});

test('a bug says nothing of itself but its request id', async () => {
  const no = await refusal(projects.broken(undefined, { context: { requestId: 'r-3' } }));
  expect(no).toMatchObject({ status: 500, requestId: 'r-3' });
  expect(no.message).not.toContain('a bug');
});

test('no answer is no refusal of the business, and may be asked again', async () => {
  const { origin } = location;
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:1' });
  const no = await refusal(projects.mine());
  vi.stubGlobal('location', { origin });
  expect(no).toMatchObject({ code: 'unreachable', status: 0 });
  expect(mayRepeat(no)).toBe(true);
});
