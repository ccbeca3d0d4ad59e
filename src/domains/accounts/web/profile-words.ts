import { REMEMBERED_PASSWORDS, type SecurityProfile } from '../terms.ts';

/** The rules of a profile, one by one, as people read them. */
export function profileWords({ passwordLength, classes, passwordDays, noticeDays, idleMinutes, sessionHours, codeSteps }: SecurityProfile): { term: string; value: string }[] {
  return [
    { term: '密码', value: `至少 ${passwordLength} 个字符，${classes > 1 ? `四种字符至少 ${classes} 种` : '不限字符种类'}，最近 ${REMEMBERED_PASSWORDS} 次用过的不能再用` },
    { term: '定期更换', value: passwordDays === null ? '不要求' : `每 ${passwordDays} 天，提前 ${noticeDays} 天提醒` },
    { term: '自动退出', value: `管理员 ${idleMinutes.administrator} 分钟、其他人 ${idleMinutes.staff} 分钟不用即退出；登录满 ${sessionHours} 小时须重新登录` },
    { term: '动态验证码', value: codeSteps === 0 ? '只认当前 30 秒的一个' : `前后 ${codeSteps * 30} 秒内的都认，每个只能用一次` },
  ];
}
