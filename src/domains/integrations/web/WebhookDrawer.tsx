import { useState } from 'react';
import type { FieldError } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, inputErrors } from '../../../ui/form-errors.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { integrationsApi, type Topic, type Webhooks } from './integrations-api.ts';
import { TickList } from './TickList.tsx';

interface WebhookDrawerProps {
  webhooks: Webhooks;
  onClose: () => void;
  /** The secret is null where it was shown before. */
  onMade: (name: string, secret: string | null) => void;
}

/** Makes a webhook: whom to tell, where, of what. */
export function WebhookDrawer({ webhooks: { hosts, topics }, onClose, onMade }: WebhookDrawerProps) {
  const [name, setName] = useState('');
  const [url, setUrl] = useState(`https://${hosts[0] ?? ''}/`);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [blank, setBlank] = useState<readonly FieldError[]>([]);
  const write = useWrite(integrationsApi.makeWebhook, ({ secret }, input) => onMade(input.name, secret));
  const errors = inputErrors(blank, write.refusal, 'url');
  const errorOf = (field: string) => errorAt(errors, field);
  const send = () => {
    const missing = [...(name.trim() === '' ? [{ name: 'name', message: '请写明给哪个系统用' }] : []), ...(ticked.length === 0 ? [{ name: 'topics', message: '请至少选择一项' }] : [])];
    setBlank(missing);
    if (missing.length === 0) write.send({ name, url, topics: ticked as Topic[] });
  };
  return (
    <Drawer
      open
      title="新建推送"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>建立推送</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <TextField name="name" label="给哪个系统用" value={name} onChange={(event) => setName(event.target.value)} maxLength={64} error={errorOf('name')} />
      <TextField name="url" label="接收地址" hint={`可用的主机：${hosts.join('、')}`} value={url} onChange={(event) => setUrl(event.target.value)} maxLength={500} spellCheck={false} error={errorOf('url')} />
      <TickList name="topics" legend="哪些事要告诉它" items={topics} ticked={ticked} error={errorOf('topics')} onChange={setTicked} />
      <p className="quiet">只推送事项和编号，不含姓名、电话和内容；对方凭令牌再来读取它有权看的部分。</p>
    </Drawer>
  );
}
