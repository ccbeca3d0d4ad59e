import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { integrationsApi, type Message, type Webhook } from './integrations-api.ts';
import { MessageTable } from './MessageTable.tsx';

const states: Record<Webhook['state'], string> = { delivering: '正常', failing: '没有送到，正在重试', paused: '多次没有送到，已暂停' };

/** One webhook: where it goes, how it stands, what waits; resuming, skipping and ending it. */
export function WebhookSection({ webhook, onTold }: { webhook: Webhook; onTold: (text: string) => void }) {
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const [skipping, setSkipping] = useState<Message>();
  const resume = useWrite(integrationsApi.resumeWebhook, () => onTold(`${webhook.name}的推送已恢复，从停下的地方继续。`));
  const skip = useWrite(integrationsApi.skipMessage, () => setSkipping(undefined));
  const end = useWrite(integrationsApi.endWebhook, () => onTold(`${webhook.name}的推送已停止。`));
  return (
    <Section title={webhook.name} hint={states[webhook.state]}>
      {resume.refusal ? <Notice tone="error" title="没有恢复">{resume.refusal.message}</Notice> : null}
      <DefinitionList
        items={[
          { term: '接收地址', value: webhook.url },
          { term: '事项', value: webhook.topics.map((it) => it.label).join('、') },
          { term: '等待推送', value: `${webhook.waiting} 条${webhook.lastError ? `，上次没有送到的原因：${webhook.lastError}` : ''}` },
          { term: '最近送达', value: webhook.deliveredAt ? momentText(webhook.deliveredAt) : '还没有' },
        ]}
      />
      <FormActions>
        {webhook.state === 'delivering' ? null : <Button busy={resume.busy} onClick={() => resume.send({ id: webhook.id })}>立即重试</Button>}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起推送记录' : '推送记录'}</Button>
        <Button onClick={() => setEnding(true)}>停止推送</Button>
      </FormActions>
      {open ? <MessageTable webhook={webhook.id} onSkip={setSkipping} /> : null}
      {ending ? <ConfirmDialog title={`停止给${webhook.name}推送`} act="停止" write={end} onConfirm={() => end.send({ id: webhook.id })} onClose={() => setEnding(false)}><p>还在等待的推送一并放弃，不能恢复，只能另建。</p></ConfirmDialog> : null}
      {skipping ? <ConfirmDialog title={`跳过“${skipping.topic.label}”`} act="跳过" write={skip} onConfirm={() => skip.send({ id: webhook.id, message: skipping.id })} onClose={() => setSkipping(undefined)}><p>这一条不再推送，后面的接着推送。请先告诉对方自行补取。</p></ConfirmDialog> : null}
    </Section>
  );
}
