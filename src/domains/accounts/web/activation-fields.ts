/** What the form asks for, in its order, with the words that ask for it when it is left empty. */
export const activationAsked = { login: '请填写登录名', code: '请填写启用码', password: '请填写新密码', again: '请再填一次新密码' };

/** The field that a refusal speaks of. */
export function activationField(code: string | undefined): string {
  if (code === 'weak-password' || code === 'used-password') return 'password';
  return code === 'wrong-code' || code === 'code-expired' ? 'code' : '';
}
