import { TextField } from '../../../ui/TextField.tsx';

/** Six digits of an authenticator app. */
export function CodeField({ name = 'code', error, hint }: { name?: string; error?: string | undefined; hint?: string | undefined }) {
  return <TextField name={name} label="动态验证码" hint={hint ?? '手机上身份验证器应用里当前显示的六位数字。'} error={error} inputMode="numeric" autoComplete="one-time-code" maxLength={9} short />;
}
