import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Right } from '../../base/rights.ts';
import { auditQuery } from '../../domains/audit/contract.ts';
import { exportLog } from '../../domains/audit/look.ts';
import { reportQuery } from '../../domains/desk/contract.ts';
import { readPaperFile } from '../../domains/desk/papers.ts';
import { exportReport } from '../../domains/desk/reports.ts';
import { exportedFile } from '../../domains/exports/find-export.ts';
import { unitLayouts } from '../../domains/exports/layout-store.ts';
import { previewUpload } from '../../domains/imports/upload.ts';
import { refusedFileOf } from '../../domains/imports/refused-download.ts';
import { sayFollowUp } from '../../domains/projects/follow-ups.ts';
import { readPhoto } from '../../domains/projects/photos.ts';
import { makeSiteCheck } from '../../domains/records/site-check.ts';
import { addEvidence, readEvidence } from '../../domains/records/evidence.ts';
import { judgeStart } from '../../domains/records/evidence-type.ts';
import { EVIDENCE_LIMIT } from '../../domains/records/terms.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { LedgerContext } from '../../ledger/context.ts';
import { contextOf, type Serving } from './request-context.ts';
import { recordsPort } from '../records-port.ts';
import { refuseUnstorable } from './storable.ts';
import { Uploads } from './uploads.ts';

interface Parts {
  readonly files: { name: string; bytes: Uint8Array }[];
  readonly fields: Record<string, string>;
}

/** Uploads and downloads: plain routes beside the surface, with the same session, rights and refusals. */
export function filesRoutes(app: FastifyInstance, serving: Serving): void {
  const uploads = new Uploads();
  // The right is asked before the body is read: nobody fills the memory who may not upload.
  const admitted = async (request: FastifyRequest, reply: FastifyReply, right: Right): Promise<LedgerContext> => {
    const context = await contextOf(serving, request, reply);
    if (!context.actor) throw new Refusal('signed-out', '请先登录。');
    context.rights.scope(context.actor, right);
    refuseUnstorable(request.query);
    return context;
  };
  app.post('/api/v1/imports/files', async (request, reply) => {
    const context = await admitted(request, reply, 'imports:make');
    return uploads.hold(request, async () => previewUpload(context, (await partsOf(request)).files, unitLayouts));
  });
  app.get<{ Params: { id: string } }>('/api/v1/imports/:id/refused.xlsx', async (request, reply) => {
    const context = await admitted(request, reply, 'imports:read');
    return attach(reply, await refusedFileOf(context, request.params.id));
  });
  app.get<{ Params: { id: string } }>('/api/v1/exports/:id/list.xlsx', async (request, reply) => {
    const context = await admitted(request, reply, 'exports:make');
    return attach(reply, await exportedFile(context, request.params.id));
  });
  app.post<{ Params: { id: string } }>('/api/v1/dossiers/:id/evidence', async (request, reply) => {
    const context = await admitted(request, reply, 'records:write');
    // The form round the file is small; what is announced as larger is not read at all.
    if (Number(request.headers['content-length'] ?? 0) > EVIDENCE_LIMIT + 64 * 1024) throw new Refusal('too-large', `文件超过 ${EVIDENCE_LIMIT / 1024 / 1024} MB，请压缩或拆分后再上传。`);
    return uploads.hold(request, async () => {
      const { files, fields } = await partsOf(request, judgeStart);
      if (!files[0]) throw new Refusal('missing', '请选择要上传的佐证文件。');
      return addEvidence(context, { dossier: request.params.id, milestone: fields['milestone'] ?? 'entry', kind: fields['kind'] ?? '佐证', ...(fields['origin'] ? { origin: fields['origin'] } : {}), name: files[0].name, bytes: files[0].bytes });
    });
  });
  app.post<{ Params: { id: string } }>('/api/v1/dossiers/:id/site-checks', async (request, reply) => {
    const context = await admitted(request, reply, 'verdicts:give');
    return uploads.hold(request, async () => {
      const { files, fields } = await partsOf(request);
      return makeSiteCheck(context, { dossier: request.params.id, milestone: fields['milestone'] ?? 'entry', day: fields['day'] ?? '', findings: fields['findings'] ?? '', good: fields['good'] !== 'no', photos: files });
    });
  });
  app.get<{ Params: { kind: string } }>('/api/v1/reports/:kind/report.xlsx', async (request, reply) => {
    const context = await admitted(request, reply, 'reports:read');
    const query = reportQuery.safeParse({ ...(request.query as object), kind: request.params.kind });
    if (!query.success) throw new Refusal('bad-input', '没有这份报表或这个时段，请回到审计报表页面重新选择。');
    return attach(reply, await exportReport(context, query.data));
  });
  app.get<{ Params: { id: string } }>('/api/v1/working-papers/:id/pack.zip', async (request, reply) => {
    const context = await admitted(request, reply, 'papers:make');
    return attach(reply, await readPaperFile(context, request.params.id));
  });
  app.post<{ Params: { id: string } }>('/api/v1/dossiers/:id/follow-ups', async (request, reply) => {
    const context = await admitted(request, reply, 'followups:write');
    return uploads.hold(request, async () => {
      const { files, fields } = await partsOf(request);
      return sayFollowUp(context, recordsPort, request.params.id, fields, files);
    });
  });
  app.get<{ Params: { id: string } }>('/api/v1/photos/:id', async (request, reply) => {
    const { type, bytes } = await readPhoto(await admitted(request, reply, 'followups:read'), request.params.id);
    return reply.header('content-disposition', 'inline').header('content-security-policy', 'sandbox').type(type).send(Buffer.from(bytes));
  });
  app.get('/api/v1/audit.csv', async (request, reply) => {
    const context = await admitted(request, reply, 'audit:read');
    const query = auditQuery.safeParse(request.query);
    if (!query.success) throw new Refusal('bad-input', '查询条件写法不对，请回到操作日志页面重新选择。');
    return attach(reply, await exportLog(context, query.data));
  });
  app.get<{ Params: { id: string }; Querystring: { view?: string } }>('/api/v1/evidence/:id', async (request, reply) => {
    const context = await admitted(request, reply, 'records:read');
    const file = await readEvidence(context, request.params.id);
    return request.query.view === '1' ? show(reply, file) : attach(reply, file);
  });
}

/** @throws Refusal 'damaged' where the form breaks off or is none, and the server's own errors where it is too large */
async function partsOf(request: FastifyRequest, judge?: (name: string, start: Uint8Array) => void): Promise<Parts> {
  const parts: Parts = { files: [], fields: {} };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') parts.files.push({ name: part.filename, bytes: judge ? await readJudged(part, judge) : await part.toBuffer() });
      else if (typeof part.value === 'string') parts.fields[part.fieldname] = part.value;
    }
  } catch (error) {
    if (error instanceof Refusal || (error as { statusCode?: number }).statusCode !== undefined) throw error;
    throw new Refusal('damaged', '上传的内容不完整，请重新选择文件再上传。');
  }
  refuseUnstorable([parts.fields, parts.files.map((it) => it.name)]);
  return parts;
}

/** What a browser shows without running anything of it; its first bytes were looked at when it came. */
const SHOWN: Readonly<Record<string, string>> = { pdf: 'application/pdf', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' };

/** In a frame or picture of our own pages, where it is a scan; else as a file to keep. A PDF's viewer works in no sandbox. */
function show(reply: FastifyReply, file: { name: string; bytes: Uint8Array }): FastifyReply {
  const type = SHOWN[file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()];
  if (type === undefined) return attach(reply, file);
  return reply
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'self'")
    .header('x-frame-options', 'SAMEORIGIN')
    .type(type)
    .send(Buffer.from(file.bytes));
}

/** A file whose first bytes are judged before the rest is read. */
async function readJudged({ filename, file }: MultipartFile, judge: (name: string, start: Uint8Array) => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file as AsyncIterable<Buffer>) {
    if (chunks.length === 0) judge(filename, chunk);
    chunks.push(chunk);
  }
  if (file.truncated) throw new Refusal('too-large', `“${filename}”太大，请压缩或拆分后再上传。`);
  return Buffer.concat(chunks);
}

/** Always as a file to keep, never as a page of ours. */
function attach(reply: FastifyReply, file: { name: string; bytes: Uint8Array }): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', 'sandbox')
    .type('application/octet-stream')
    .send(Buffer.from(file.bytes));
}
