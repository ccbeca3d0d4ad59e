import { Button } from '../../../ui/Button.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { useWrite } from '../../../ui/use-write.ts';
import type { Me } from './account-shapes.ts';
import { accountsApi } from './accounts-api.ts';

/** Where one is signed in, and the way to end all but here. */
export function MySessions({ sessions, onDone }: { sessions: Me['sessions']; onDone: (told: string) => void }) {
  const write = useWrite(accountsApi.endOtherSessions, ({ ended }) => onDone(`已退出其他 ${ended} 处登录。`));
  return (
    <>
      <ul>
        {sessions.map((it) => (
          <li key={`${it.beganAt}${it.seenAt}`}>
            {momentText(it.beganAt)} 登录，{it.current ? <b>就是这里</b> : `${momentText(it.seenAt)} 用过`}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <FormActions>
          <Button busy={write.busy} onClick={() => write.send(undefined)}>退出其他登录</Button>
        </FormActions>
      ) : null}
    </>
  );
}
