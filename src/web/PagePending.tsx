import { Skeleton } from '../ui/Skeleton.tsx';

export function PagePending() {
  return <Skeleton lines={8} label="正在打开页面…" />;
}
