export interface FieldError {
  /** The field's name; a path is joined by dots. */
  name: string;
  message: string;
}

/** What the server said no to, or why it could not be asked; the only error that pages see. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  /** Stable and readable by machines; `unreachable` where no answer came, `unexpected` for a bug. */
  readonly code: string;
  /** Id of the clause that asks for it. */
  readonly clause: string | undefined;
  readonly details: readonly string[];
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldError[];

  constructor(from: Partial<ApiRefusal> & { code: string; message: string }) {
    super(from.message);
    this.code = from.code;
    this.clause = from.clause;
    this.details = from.details ?? [];
    this.status = from.status ?? 0;
    this.requestId = from.requestId;
    this.fields = from.fields ?? [];
  }
}

/** Whatever a page caught: a refusal as it is, anything else as a bug of the page. */
export function asRefusal(error: unknown): ApiRefusal {
  return error instanceof ApiRefusal ? error : new ApiRefusal({ code: 'unexpected', message: '页面出了意外，请刷新后重试。' });
}

/** That no answer came. @param requestId the one that was sent */
export function unreachable(requestId: string | undefined): ApiRefusal {
  return new ApiRefusal({ code: 'unreachable', message: '连不上服务器，请检查网络后重试。', requestId });
}

/** What a call to the server was answered with in place of its answer. @param body with `data` where the surface itself says no @param requestId the one that was sent */
export function refusalOfAnswer(status: number, body: unknown, requestId: string): ApiRefusal {
  const answer = recordOf(body);
  const data = recordOf(answer['data']);
  const fields = fieldErrors(data['issues']);
  return new ApiRefusal({
    code: text(data['code']) ?? text(answer['code']) ?? 'unexpected',
    message: status >= 500 ? '系统出了意外，请稍后再试；反复出现时请把请求编号告诉管理员。' : refusalMessage(text(answer['message']) ?? '没有办成，请稍后重试。', fields),
    clause: text(data['clause']),
    details: listOf(data['details']).filter((it) => typeof it === 'string'),
    status,
    requestId: text(data['requestId']) ?? requestId,
    fields,
  });
}

function refusalMessage(message: string, fields: readonly FieldError[]): string {
  return fields.length > 0 ? `有 ${fields.length} 处需要修改。` : message;
}

function fieldErrors(issues: unknown): FieldError[] {
  return listOf(issues).map(recordOf).map((it) => ({
    name: listOf(it['path']).map(String).join('.'),
    message: text(it['message']) ?? '填写有误',
  }));
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const recordOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? { ...value } : {});
