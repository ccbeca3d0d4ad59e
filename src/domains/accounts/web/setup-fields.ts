/** What the form asks for, in its order, with the words that ask for it when it is left empty. */
export const setupAsked = {
  code: '请填写启动时打印的一次性口令',
  unit: '请选择单位',
  name: '请填写系统管理员的姓名',
  login: '请填写系统管理员的登录名',
  password: '请填写密码',
  'security.name': '请填写安全管理员的姓名',
  'security.login': '请填写安全管理员的登录名',
  'audit.name': '请填写审计管理员的姓名',
  'audit.login': '请填写审计管理员的登录名',
};

const byCode: Record<string, keyof typeof setupAsked> = {
  'wrong-code': 'code',
  'code-expired': 'code',
  'unknown-unit': 'unit',
  'bad-login': 'login',
  'login-taken': 'login',
  'weak-password': 'password',
};

/** The field that a refusal speaks of; none where it speaks of the whole. */
export function fieldOfRefusal(code: string | undefined): string {
  return (code === undefined ? undefined : byCode[code]) ?? '';
}
