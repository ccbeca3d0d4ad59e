import { ApiRefusal, unreachable } from './api-refusal.ts';

/** What a form with files sends; `key` tells two inputs apart, as files themselves cannot. */
export interface FilesInput {
  key: string;
  files: readonly File[];
  fields?: Readonly<Record<string, string>>;
}

/** A key for `FilesInput`: which files these are. */
export function filesKey(files: readonly File[]): string {
  return files.map((it) => `${it.name} ${it.size} ${it.lastModified}`).join('|');
}

/** Sends files as a form to a plain route of the server. @returns its answer @throws ApiRefusal like any other call */
export async function sendFiles(path: string, { files, fields = {} }: FilesInput, requestId: string | undefined): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const it of files) form.append('file', it, it.name);
  const headers = requestId === undefined ? {} : { 'x-request-id': requestId };
  const response = await fetch(path, { method: 'POST', body: form, headers, credentials: 'same-origin' }).catch(() => {
    throw unreachable(requestId);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer;
  const said = (typeof answer === 'object' && answer !== null ? answer : {}) as Partial<ApiRefusal>;
  throw new ApiRefusal({
    code: said.code ?? 'unexpected',
    message: said.message ?? '文件没有传上去，请稍后重试。',
    details: said.details ?? [],
    status: response.status,
    requestId,
  });
}
