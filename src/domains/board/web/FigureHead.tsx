import { useQuery } from '@tanstack/react-query';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useMay } from '../../../ui/session.ts';
import { boardApi } from './board-api.ts';
import { FigureLink } from './FigureLink.tsx';
import { CITY } from './line-blocks.ts';
import { LineMarks } from './LineMarks.tsx';
import type { Detail } from './shapes.ts';
import { windowStanding, windowYear } from './window-text.ts';

/**
 * What figure it is, and the way back: the task, and the city's figure where this is a part of it.
 * It stands from the first moment, so that the focus that was given to the heading stays there when the figure comes.
 */
export function FigureHead({ detail, window: name }: { detail: Detail | undefined; window: string }) {
  const { data: board } = useQuery(boardApi.board.queryOptions({ input: { year: windowYear(name) }, enabled: detail !== undefined }));
  const mayPaper = useMay('papers:make');
  const board18 = <Link key="board" to="/board">十八项任务</Link>;
  if (!detail) return <PageTitle title="指标明细" above={<Breadcrumb items={[board18, '指标明细']} />} />;
  const { measure, owner, window, doubt, frozen, breakdown } = detail;
  const task = board?.tasks.find((it) => it.lines.some((line) => line.measure === measure.id));
  const whole = owner.id === CITY ? undefined : breakdown.find((it) => it.owner.id === CITY)?.cells[0];
  const above = [
    board18,
    ...(task ? [<Link key="task" to="/board/$task" params={{ task: task.id }}>第 {task.number} 项 {task.title}</Link>] : []),
    ...(whole ? [<FigureLink key="whole" measure={measure.id} owner={CITY} window={whole.window.name}>全市{whole.window.label}</FigureLink>] : []),
    `${owner.name}${window.label}`,
  ];
  return (
    <PageTitle
      title={measure.label}
      above={<Breadcrumb items={above} />}
      summary={
        <>
          <b>{owner.name}</b> {window.label}（{windowStanding(window)}）{measure.note ? `，${measure.note}` : ''}
        </>
      }
      actions={mayPaper ? <Link to="/papers" search={{ measure: measure.id, owner: owner.id, window: window.name, standing: detail.standing }}>工作底稿</Link> : undefined}
      marks={doubt > 0 || frozen ? <LineMarks line={{ doubt, frozen: frozen !== null }} /> : undefined}
    />
  );
}
