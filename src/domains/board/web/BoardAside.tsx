import { Link } from '../../../ui/Link.tsx';
import type { Board } from './shapes.ts';
import './BoardAside.css';

/** Below the tasks: which periods are frozen, and how much is not decided yet. */
export function BoardAside({ board: { freezes, openDecisions, today } }: { board: Board }) {
  return (
    <ul className="board-aside">
      {openDecisions > 0 ? (
        <li>
          有 <b className="num">{openDecisions}</b> 项口径尚未决定，相关的数暂按现行理解计算。
          <Link to="/decisions">看待定口径</Link>
        </li>
      ) : null}
      {freezes.length > 0 ? (
        <li>
          已封账：{freezes.map((it) => it.label).join('、')}。
          <Link to="/freezes">看封账</Link>
        </li>
      ) : null}
      <li>
        数据截至 <span className="num">{today}</span>。
      </li>
    </ul>
  );
}
