import { useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx';
import { errorAt, refusalErrors } from '../../../ui/form-errors.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { decisionsApi } from './decisions-api.ts';
import { emptyProposal, missingErrors, type TypedProposal } from './proposal-errors.ts';
import type { OpenedQuestion } from './shapes.ts';
import { ValueField } from './ValueField.tsx';

export interface ProposeDrawerProps {
  question: OpenedQuestion;
  onClose: () => void;
  /** Given the new decision's id. */
  onDone: (id: string) => void;
}

/** Proposes a value for a question from a day on, on a document. What it would change is worked out next, before anybody approves. */
export function ProposeDrawer({ question, onClose, onDone }: ProposeDrawerProps) {
  const [typed, setTyped] = useState<TypedProposal>(emptyProposal);
  const [asked, setAsked] = useState<TypedProposal>();
  const write = useWrite(decisionsApi.propose.call, ({ id }) => onDone(id));
  const errors = useMemo(() => (asked ? [...missingErrors(question, asked), ...refusalErrors(write.refusal, write.refusal?.code === 'bad-value' ? 'value' : '')] : []), [question, asked, write.refusal]);
  const error = (name: string) => errorAt(errors, name);
  const set = (more: Partial<TypedProposal>) => setTyped({ ...typed, ...more });
  const send = () => {
    write.reset();
    setAsked(typed);
    if (missingErrors(question, typed).length === 0) write.send({ parameter: question.parameter, value: typed.value, from: typed.from, document: typed.document });
  };
  return (
    <Drawer
      open
      title={`${question.decided ? '以新决定替代' : '提出决定'}：${question.label}`}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={write.busy} onClick={send}>提出并试算</Button>
          <Button onClick={onClose}>取消</Button>
        </>
      }
    >
      <ErrorSummary errors={errors} />
      <DefinitionList
        items={[
          { term: '问题', value: question.question, note: `${question.clause.place}（${question.clause.title}）` },
          { term: question.decided ? '现按决定' : '现在', value: question.value ?? '没有读法，相关的数留空', note: question.source ?? undefined },
        ]}
      />
      <Notice>提出后先试算会改动哪些数和奖励，什么都不会真的改动；由另一位同志看过试算再批准。试算不合适可以撤回。</Notice>
      <ValueField form={question.form} label={question.label} value={typed.value} error={error('value')} onChange={(value) => set({ value })} />
      <DayField name="from" label="从哪一天起算" hint="按事情发生的日子看；这一天以前的事情不受影响。" value={typed.from} error={error('from')} onChange={(event) => set({ from: event.target.value })} />
      <TextField name="document" label="作出决定的文件或会议" hint="如“市联席会议 2026 年第 3 次会议纪要”。" maxLength={200} value={typed.document} error={error('document')} onChange={(event) => set({ document: event.target.value })} />
    </Drawer>
  );
}
