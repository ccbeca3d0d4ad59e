import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Light } from '../../../ui/Light.tsx';
import { Link } from '../../../ui/Link.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { lightLabels } from '../terms.ts';
import { bareReason, lightLook } from './light-look.ts';
import { NumberedText } from './NumberedText.tsx';
import type { Task } from './shapes.ts';
import './TaskHead.css';

interface TaskHeadProps {
  task: Task | undefined;
  /** Whether the tasks have been read, so that a missing one is none. */
  isKnown: boolean;
}

/** Which task, and how it stands. It is there from the first moment: the focus that was given to the heading stays. */
export function TaskHead({ task, isKnown }: TaskHeadProps) {
  const board = <Link key="board" to="/board">十八项任务</Link>;
  if (!task) return <PageTitle title={isKnown ? '没有这项任务' : '任务'} above={<Breadcrumb items={[board, '任务']} />} />;
  return (
    <PageTitle
      title={`${task.number}. ${task.title}`}
      above={<Breadcrumb items={[board, `第 ${task.number} 项`]} />}
      marks={task.leadOpen === null ? undefined : <Tag variant="ginkgo">牵头待定</Tag>}
      summary={
        <>
          <Light state={lightLook(task.light).light}>{lightLabels[task.light]}</Light>
          {task.lines.length === 0 ? null : <span className="task-reason"><NumberedText text={bareReason(task.light, task.reason)} /></span>}
        </>
      }
    />
  );
}
