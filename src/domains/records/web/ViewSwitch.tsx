import { SearchLink } from '../../../ui/SearchLink.tsx';
import './ViewSwitch.css';

/** 列表、看板: two views of one register under the same filters. */
export function ViewSwitch({ board }: { board: boolean }) {
  return (
    <nav className="view-switch" aria-label="显示方式">
      <SearchLink change={{ view: undefined, page: undefined }} current={!board}>列表</SearchLink>
      <SearchLink change={{ view: 'board', page: undefined }} current={board}>看板</SearchLink>
    </nav>
  );
}
