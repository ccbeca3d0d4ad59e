import { Button } from '../../../ui/Button.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi } from './accounts-api.ts';

/** Gives up a log-in that is under way. */
export function LeaveButton() {
  const write = useWrite(accountsApi.logout, () => location.replace('/login'));
  return <Button variant="quiet" busy={write.busy} onClick={() => write.send(undefined)}>换一个账号登录</Button>;
}
