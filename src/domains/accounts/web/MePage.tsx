import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../ui/Loaded.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useSession } from '../../../ui/session.ts';
import { accountsQueries } from './accounts-api.ts';
import { GrantHistory } from './GrantHistory.tsx';
import { MyPasskeys } from './MyPasskeys.tsx';
import { MySessions } from './MySessions.tsx';
import { PasskeyForm } from './PasskeyForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { TotpForm } from './TotpForm.tsx';

/** 我的账号: password, second factors, sessions, and what one may do since when. */
export function MePage() {
  const { account, demo, passkeys, passwordRules } = useSession();
  const query = useQuery(accountsQueries.me.queryOptions());
  const [told, setTold] = useState<string>();
  return (
    <>
      <PageTitle title="我的账号" summary={[account.name, account.login, account.unit.name].join('・')} />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Loaded query={query}>
        {(me) => (
          <>
            {demo ? (
              <Notice>示范账号没有密码，也不用第二种验证方式。</Notice>
            ) : (
              <>
                <Section title="密码" hint={me.password.setAt ? `${momentText(me.password.setAt)} 设定${me.password.daysLeft === null ? '' : `，${me.password.daysLeft} 天后到期`}` : undefined}>
                  <PasswordForm key={me.password.setAt} rules={passwordRules} onDone={() => setTold('密码已经更换，其他地方的登录已退出。')} />
                </Section>
                <Section title="动态验证码" hint={me.totpSince ? `${momentText(me.totpSince)} 启用` : '没有启用'}>
                  <TotpForm key={me.totpSince} again={me.totpSince !== null} onDone={() => setTold('动态验证码已经启用，原来的作废。')} />
                </Section>
                <Section title="通行密钥" hint="本机的指纹、人脸、PIN，或安全密钥；密码被锁时也能登录">
                  <MyPasskeys passkeys={me.passkeys} onDone={setTold} />
                  {passkeys ? <PasskeyForm key={me.passkeys.length} onDone={() => setTold('通行密钥已经建好。')} /> : <p className="quiet">平台还没有设定对外的网址，暂不能新建通行密钥。</p>}
                </Section>
              </>
            )}
            <Section title="登录">
              <MySessions sessions={me.sessions} onDone={setTold} />
            </Section>
            <Section title="我的岗位">
              <GrantHistory grants={me.grants} error={undefined} />
            </Section>
          </>
        )}
      </Loaded>
    </>
  );
}
