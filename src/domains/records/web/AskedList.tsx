import type { Asked } from './course-steps.ts';

const marks = { yes: ['asked-yes', '✓', '已有'], no: ['asked-no', '缺', '还缺'], unknown: ['asked-no', '待定', '还不能确定'] } as const;

/** What a gate asks for, and what of it is there. */
export function AskedList({ asked }: { asked: readonly Asked[] }) {
  return (
    <ul className="asked" aria-label="要具备">
      {asked.map(({ what, id, label, outcome }) => {
        const [className, mark, spoken] = marks[outcome];
        return (
          <li key={`${what} ${id}`} className={className}>
            <span className="asked-mark" aria-hidden="true">{mark}</span>
            <span className="visually-hidden">{spoken}：</span>
            {what === 'evidence' ? `佐证：${label}` : what === 'milestone' ? `先有“${label}”` : label}
          </li>
        );
      })}
    </ul>
  );
}
