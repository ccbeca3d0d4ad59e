import { LinkButton } from '../../../ui/LinkButton.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';

/** The platform has nobody yet: the way to the administrators. */
export function SetupInvitation() {
  return (
    <>
      <PageTitle title="首次使用" />
      <p>平台还没有账号。请先用启动时打印在窗口里的一次性口令，建立系统、安全、审计三位管理员；以后的账号由系统管理员来开，由安全管理员授权。</p>
      <FormActions>
        <LinkButton to="/setup" variant="primary">建立三位管理员</LinkButton>
      </FormActions>
    </>
  );
}
