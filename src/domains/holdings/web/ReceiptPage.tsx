import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../ui/Button.tsx';
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { useParams } from '../../../ui/pages.ts';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { holdingsApi } from './holdings-api.ts';
import './ReceiptPage.css';

/** One receipt, to be printed: when who asked, what was answered, and a mark of what was asked. */
export function ReceiptPage() {
  const { id } = useParams('/first-report/$id');
  const query = useQuery(holdingsApi.receipt.queryOptions({ input: { id } }));
  return (
    <>
      <PageTitle
        title="首报核对回执"
        above={<div className="no-print"><Breadcrumb items={[<Link key="up" to="/first-report">首报首谈</Link>, '回执']} /></div>}
        actions={<span className="no-print"><Button variant="primary" onClick={() => window.print()}>打印</Button></span>}
      />
      <Loaded query={query}>
        {(it) => (
          <article className="receipt">
            <p className="receipt-answer">{it.held ? `已有单位在谈，请与${it.office}联系` : '没有其他单位在谈'}</p>
            <DefinitionList
              items={[
                { term: '回执编号', value: <span className="num">{it.number}</span> },
                { term: '核对时间', value: momentText(it.at) },
                { term: '核对单位', value: it.unit },
                { term: '核对人职务', value: it.post },
                { term: '所问内容的校验码', value: <span className="receipt-hash num">{it.asked}</span>, note: '平台不保存所问的名称、电话等；同样的内容再核对，校验码相同。' },
              ]}
            />
            <p className="quiet">回执只证明当时核对过和得到的答复，不表示取得优先洽谈。</p>
          </article>
        )}
      </Loaded>
    </>
  );
}
