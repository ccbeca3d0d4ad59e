/** What the form asks for, in its order, with the words that ask for it when it is left empty. */
export const setupAsked = {
  code: '请填写启动时打印的一次性口令',
  name: '请填写姓名',
  unit: '请选择单位',
  login: '请填写登录名',
  password: '请填写密码',
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
