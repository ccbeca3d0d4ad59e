import { Notice } from '../../../ui/Notice.tsx';
import { placeLines } from './place-lines.ts';
import type { Report } from './shapes.ts';

/** Rows of other units: while there are any, this unit cannot confirm. */
export function ForeignRows({ report: { foreign, foreignCount } }: { report: Report }) {
  if (foreignCount === 0) return null;
  const partial = foreign.length < foreignCount;
  return (
    <Notice tone="warn" title={`有 ${foreignCount} 行不是本单位的记录，不能由本单位写入`}>
      <p>请从文件里删去这些行再上传，或把文件交给保管这本台账的部门导入。</p>
      <details className="foreign">
        <summary>是哪些行{partial ? `（先列 ${foreign.length} 行）` : ''}</summary>
        {placeLines(foreign).map(({ sheet, rows }) => (
          <p key={sheet}>
            {sheet}第 <span className="num">{rows}</span> 行
          </p>
        ))}
      </details>
    </Notice>
  );
}
