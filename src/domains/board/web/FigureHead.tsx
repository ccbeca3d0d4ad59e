import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { boardApi } from './board-api.ts';
import { FigureLink } from './FigureLink.tsx';
import { CITY } from './line-blocks.ts';
import type { Detail } from './shapes.ts';
import { windowStanding, windowYear } from './window-text.ts';

/** What figure it is, and the way back: the task, and the city's figure where this is a part of it. */
export function FigureHead({ detail: { measure, owner, window, doubt, frozen, breakdown } }: { detail: Detail }) {
  const year = windowYear(window.name);
  const { data: board } = useQuery(boardApi.board.queryOptions({ input: { year } }));
  const task = board?.tasks.find((it) => it.lines.some((line) => line.measure === measure.id));
  const whole = owner.id === CITY ? undefined : breakdown.find((it) => it.owner.id === CITY)?.cells[0];
  const above = [
    <Link key="board" to="/board" search={(before) => before}>十八项任务</Link>,
    ...(task ? [<Link key="task" to="/board/$task" params={{ task: task.id }} search={(before) => before}>第 {task.number} 项 {task.title}</Link>] : []),
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
      marks={
        doubt > 0 || frozen ? (
          <>
            {doubt > 0 ? <Tag variant="ginkgo">存疑 {doubt} 件</Tag> : null}
            {frozen ? <Tag>已封账</Tag> : null}
          </>
        ) : undefined
      }
    />
  );
}
