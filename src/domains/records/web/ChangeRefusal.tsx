import { useEffect, useRef } from 'react';
import type { ApiRefusal } from '../../../ui/api-refusal.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';

export interface ChangeRefusalProps {
  refusal: ApiRefusal | undefined;
  /** Reads the record anew; what is typed stays. */
  onReload?: (() => void) | undefined;
}

/** Why a change was not taken. Where somebody else was faster: how to go on without typing again. */
export function ChangeRefusal({ refusal, onReload }: ChangeRefusalProps) {
  const place = useRef<HTMLDivElement>(null);
  // In a long form the button that was pressed is far below.
  useEffect(() => {
    if (refusal) place.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  if (!refusal) return null;
  const stale = refusal.code === 'stale' && onReload !== undefined;
  return (
    <div ref={place}>
      <Notice tone={stale ? 'warn' : 'error'} title={stale ? '这条记录刚被他人更新' : '没有办成'} action={stale ? <Button small onClick={onReload}>读取最新内容</Button> : undefined}>
        <p>{stale ? '您填写的内容都还在。请先读取最新内容，核对无误后再提交一次。' : refusal.message}</p>
        {refusal.details.length > 0 ? <ul>{refusal.details.map((it) => <li key={it}>{it}</li>)}</ul> : null}
      </Notice>
    </div>
  );
}
