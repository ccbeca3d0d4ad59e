import { Skeleton } from '../ui/Skeleton.tsx';
import { Gate } from './Gate.tsx';

export function ShellPending() {
  return (
    <Gate>
      <Skeleton lines={4} label="正在打开平台…" />
    </Gate>
  );
}
