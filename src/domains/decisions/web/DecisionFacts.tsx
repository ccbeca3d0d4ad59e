import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/Section.tsx';
import { Hangers } from './Hangers.tsx';
import type { Detail } from './shapes.ts';
import './DecisionFacts.css';

/** What a decision says, instead of what, on what document and by whom; and what hangs on it. */
export function DecisionFacts({ detail: { decision: it, question, instead } }: { detail: Detail }) {
  const who = (name: string | null, at: string | null) => (at === null ? undefined : <>{name ?? '未记名'} <span className="num quiet">{momentText(at)}</span></>);
  return (
    <div className="decision-columns">
      <Section title="决定" hint={question.question}>
        <DefinitionList
          columns={2}
          items={[
            { term: '定为', value: <b>{it.value}</b> },
            ...(it.state === 'approved' && instead.value === it.value ? [] : [{ term: it.state === 'proposed' ? '现在' : '按现行口径', value: instead.value ?? '没有读法，相关的数留空', note: instead.source === null ? undefined : `${instead.decided ? '决定' : '暂按'}：${instead.source}` }]),
            { term: '起算日期', value: it.from === null ? '自始有效' : <span className="num">{it.from}</span> },
            { term: '依据', value: it.document },
            { term: '提出', value: it.takenOver ? '期初建账时一并收入' : who(it.proposedBy, it.proposedAt) },
            { term: '批准', value: it.state === 'approved' ? (it.takenOver ? '期初建账时一并收入' : who(it.approvedBy, it.approvedAt)) : it.state === 'proposed' ? <span className="quiet">等待提出人以外的另一位同志</span> : '未批准' },
            ...(it.closedAt === null ? [] : [{ term: it.state === 'rejected' ? '驳回' : '撤回', value: who(it.closedBy, it.closedAt), note: it.closedReason ?? undefined }]),
          ]}
        />
      </Section>
      <Section title="影响到" hint={`${question.clause.place}（${question.clause.title}）`}>
        <Hangers hangs={question.hangs} />
      </Section>
    </div>
  );
}
