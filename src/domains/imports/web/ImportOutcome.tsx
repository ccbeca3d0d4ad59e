import { Link } from '../../../ui/Link.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { Import } from './shapes.ts';
import { useRegisters } from './use-registers.ts';

/** How the writing goes, or how it ended, with the ways on from there. */
export function ImportOutcome({ data: { state, done, total, error, report, document } }: { data: Import }) {
  const registers = useRegisters();
  if (state === 'running') {
    return (
      <Notice title={`正在写入，已完成 ${done} / ${total} 行`}>
        <Progress label="写入" share={total === 0 ? 0 : done / total} />
        <p>可以离开这一页，写入不会中断。</p>
      </Notice>
    );
  }
  if (state === 'failed') {
    return (
      <Notice tone="error" title="没有写入，一行也没有改动" action={<LinkButton to="/imports" small>重新上传</LinkButton>}>
        {error ?? '写入时出了意外，请重新上传。'}
      </Notice>
    );
  }
  const written = registers.filter((it) => (report.accepted[it.sheet] ?? 0) > 0);
  return (
    <Notice tone="done" title={document === null ? '已作为申报写入' : `已期初建账，依据：${document}`} action={<LinkButton to="/board" small>看十八项任务</LinkButton>}>
      {written.length > 0 ? (
        <p>
          查看：
          {written.map((it, index) => (
            <span key={it.kind}>
              {index > 0 ? '、' : ''}
              <Link to="/registers/$kind" params={{ kind: it.kind }}>{it.sheet}</Link>
            </span>
          ))}
        </p>
      ) : null}
    </Notice>
  );
}
