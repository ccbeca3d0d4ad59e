import './Skeleton.css';

export interface SkeletonProps {
  /** Lines of text to stand in for. */
  lines?: number;
  label?: string;
}

const widths = ['92%', '78%', '85%', '60%', '88%', '70%'];

export function Skeleton({ lines = 3, label = '正在读取…' }: SkeletonProps) {
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton-line" style={{ width: widths[i % widths.length] }} />
      ))}
    </div>
  );
}
