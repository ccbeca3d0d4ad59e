import { asRefusal } from './api-refusal.ts';
import { Button } from './Button.tsx';
import './ErrorState.css';

export interface ErrorStateProps {
  /** Whatever was thrown; a refusal shows its own words. */
  error: unknown;
  /** What could not be done: 项目台账没有读出来. */
  title?: string;
  /** Reads again; offered where that can help. */
  onRetry?: () => void;
}

export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const refusal = asRefusal(error);
  // What is only read takes its input from the address.
  const lost = refusal.status === 404 || (onRetry !== undefined && refusal.fields.length > 0);
  const closed = refusal.status === 403;
  return (
    <div className={lost || closed ? 'error-state error-state-calm' : 'error-state'} role="alert">
      <p className="error-state-title">{lost ? '没有找到' : closed ? '不在您的岗位范围内' : (title ?? '没有办成')}</p>
      <p>{refusal.fields.length > 0 && lost ? '地址不完整或者已经失效，请从列表重新打开。' : refusal.message}</p>
      {refusal.details.length > 0 ? (
        <ul className="error-state-details">
          {refusal.details.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      ) : null}
      {onRetry && !lost && !closed ? <Button onClick={onRetry}>重试</Button> : null}
      {refusal.requestId && !lost && !closed ? (
        <p className="error-state-id">
          请求编号 <code>{refusal.requestId}</code>
        </p>
      ) : null}
    </div>
  );
}
