import { useEffect, useRef } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Fresh } from './use-fresh.ts';
import './FreshNotice.css';

interface FreshNoticeProps {
  fresh: Fresh;
  /** Takes the other's value: what was typed of it is dropped. */
  onTheirs: (id: string) => void;
}

/** 他人刚改为…，您填的是…: each value that two people changed, to choose from; and what else the other changed. */
export function FreshNotice({ fresh: { conflicts, others, keep }, onTheirs }: FreshNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  const some = conflicts.length + others.length > 0;
  // In a long form the button that was pressed is far below.
  useEffect(() => {
    if (some) place.current?.scrollIntoView({ block: 'nearest' });
  }, [some]);
  if (!some) return null;
  return (
    <div ref={place}>
      <Notice tone="warn" title="这条记录刚被他人更新，已读取最新内容">
        {conflicts.map(({ id, label, theirs, mine }) => (
          <div key={id} className="fresh-conflict">
            <p><b>{label}</b>：他人刚改为“{theirs ?? '未填'}”，您填的是“{mine || '清空'}”。</p>
            <span className="fresh-choices">
              <Button small aria-label={`${label}用他人的“${theirs ?? '未填'}”`} onClick={() => onTheirs(id)}>用他人的</Button>
              <Button small aria-label={`${label}用我填的“${mine || '清空'}”`} onClick={() => keep(id)}>用我填的</Button>
            </span>
          </div>
        ))}
        {others.map(({ id, label, value }) => <p key={id}>他人刚把“{label}”改为“{value ?? '未填'}”，您没有改这一项。</p>)}
        <p>{conflicts.length > 0 ? '选定后再提交一次。' : '您填写的内容都还在，核对无误后再提交一次。'}</p>
      </Notice>
    </div>
  );
}
