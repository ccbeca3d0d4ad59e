import { Tag } from '../../../ui/Tag.tsx';

export interface LineMarksProps {
  line: { doubt: number; frozen: boolean };
}

/** What stands beside a figure: 存疑, 封账. */
export function LineMarks({ line: { doubt, frozen } }: LineMarksProps) {
  if (doubt === 0 && !frozen) return null;
  return (
    <span className="line-marks">
      {doubt > 0 ? <Tag variant="ginkgo" look="soft">存疑 {doubt}</Tag> : null}
      {frozen ? <Tag look="soft">已封账</Tag> : null}
    </span>
  );
}
