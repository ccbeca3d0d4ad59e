import { asRefusal } from './api-refusal.ts';
import { Button } from './Button.tsx';
import './ErrorState.css';

export interface ErrorStateProps {
  /** Whatever was thrown; a refusal shows its own words. */
  error: unknown;
  /** What could not be done: 项目台账没有读出来. */
  title?: string;
  onRetry?: () => void;
}

export function ErrorState({ error, title, onRetry }: ErrorStateProps) {
  const refusal = asRefusal(error);
  return (
    <div className="error-state" role="alert">
      <p className="error-state-title">{title ?? (refusal.status === 404 ? '没有找到' : '没有办成')}</p>
      <p>{refusal.message}</p>
      {refusal.details.length > 0 ? (
        <ul className="error-state-details">
          {refusal.details.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      ) : null}
      {onRetry ? <Button onClick={onRetry}>重试</Button> : null}
      {refusal.requestId ? (
        <p className="error-state-id">
          请求编号 <code>{refusal.requestId}</code>
        </p>
      ) : null}
    </div>
  );
}
