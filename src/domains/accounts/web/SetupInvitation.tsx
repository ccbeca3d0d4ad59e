import { LinkButton } from '../../../ui/LinkButton.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';

/** The platform has nobody yet: the way to the first account. */
export function SetupInvitation() {
  return (
    <>
      <PageTitle title="首次使用" />
      <p>平台还没有账号。请先用启动时打印在窗口里的一次性口令，建立第一个账号；以后的账号由它来开。</p>
      <FormActions>
        <LinkButton to="/setup" variant="primary">建立第一个账号</LinkButton>
      </FormActions>
    </>
  );
}
