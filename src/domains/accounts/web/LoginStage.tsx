import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { arrive } from './arrive.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { PasskeyForm } from './PasskeyForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { ProofForm } from './ProofForm.tsx';
import { TotpForm } from './TotpForm.tsx';

interface LoginStageProps {
  stage: 'factor' | 'password' | 'enrol';
  rules: { length: number; classes: number };
  passkeys: boolean;
  from: string | undefined;
}

/** What a log-in still wants after the password: the second factor, a new password, or a second factor to be set up. */
export function LoginStage({ stage, rules, passkeys, from }: LoginStageProps) {
  const go = () => arrive(from);
  if (stage === 'factor') {
    return (
      <>
        <PageTitle title="第二步：核对身份" />
        <ProofForm passkeys={passkeys} onDone={go} aside={<LeaveButton />} />
        <p className="quiet">手机丢失或更换，请联系安全管理员清除原来的验证方式。</p>
      </>
    );
  }
  if (stage === 'password') {
    return (
      <>
        <PageTitle title="密码到期，请更换" />
        <PasswordForm rules={rules} onDone={go} />
        <LeaveButton />
      </>
    );
  }
  return (
    <>
      <PageTitle title="启用第二种验证方式" />
      <Notice>除密码外还要一种验证方式才能进入平台，任选一种即可，以后可以再加。</Notice>
      <Section title="动态验证码" hint="手机上的身份验证器应用">
        <TotpForm again={false} onDone={go} />
      </Section>
      {passkeys ? (
        <Section title="通行密钥" hint="本机的指纹、人脸、PIN，或安全密钥">
          <PasskeyForm onDone={go} />
        </Section>
      ) : null}
      <LeaveButton />
    </>
  );
}
