import { useQuery } from '@tanstack/react-query';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { useParams, useSearch } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { AdjustmentTable } from './AdjustmentTable.tsx';
import { boardApi } from './board-api.ts';
import { FrozenFigures } from './FrozenFigures.tsx';

/** The board of a frozen period as it was printed, beside what the ledger says now. */
export function FrozenBoardPage() {
  const { id } = useParams('/freezes/$id');
  const { show } = useSearch('/freezes/$id');
  const query = useQuery(boardApi.frozenBoard.queryOptions({ input: { id } }));
  const freeze = query.data?.freeze;
  return (
    <>
      <PageTitle
        title={freeze ? `${freeze.label}封账` : '封账'}
        above={<Breadcrumb items={[<Link key="freezes" to="/freezes">封账</Link>, freeze?.label ?? '一期']} />}
        summary={freeze ? <>{freeze.document ?? '未写明文件'}・<span className="num">{momentText(freeze.frozenAt)}</span> 封</> : undefined}
      />
      <Loaded query={query}>
        {({ figures, adjustments }) => (
          <>
            <AdjustmentTable adjustments={adjustments} />
            <FrozenFigures figures={figures} show={show} />
          </>
        )}
      </Loaded>
    </>
  );
}
