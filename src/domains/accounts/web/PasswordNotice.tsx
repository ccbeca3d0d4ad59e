import { Link } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useSession } from '../../../ui/session.ts';

/** In the last week before a password must be changed. */
export function PasswordNotice() {
  const { passwordDaysLeft } = useSession();
  if (passwordDaysLeft === null) return null;
  return (
    <Notice tone="warn">
      您的密码还有 {passwordDaysLeft} 天到期，请在<Link to="/me">我的账号</Link>里更换。
    </Notice>
  );
}
