import { useQuery } from '@tanstack/react-query';
import { inWan } from '../../../kernel/fen.ts';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Link } from '../../../ui/Link.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { type Money, projectsApi } from './projects-api.ts';
import './FollowUp.css';

const yuan = (fen: string) => `${inWan(BigInt(fen))}万元`;
const foreign = (amount: string, currency: string) => `${inWan(BigInt(amount))}万${currency}`;
const percent = (share: number | null) => (share === null ? undefined : `占计划总投资 ${Number((share * 100).toFixed(2))}%`);
const rate = (it: NonNullable<NonNullable<Money['promised']>['working']>) => `${it.sentence}（汇率：${it.source}${it.decided ? '' : '，待决'}）`;

/** What was promised, and what of it has arrived, with its proofs. @param id of the project */
export function MoneySection({ id }: { id: string }) {
  const query = useQuery(projectsApi.money.queryOptions({ input: { id } }));
  return (
    <div id="money" className="dossier-anchor">
      <Section title="资金" hint="计划与到账" link={query.data?.mayEnter ? <LinkButton small to="/registers/$kind/new" params={{ kind: 'investment' }} search={{ project: query.data.number }}>登记到账</LinkButton> : undefined}>
        <Loaded query={query}>
          {({ promised, parts, arrived, share }) => (
            <>
              <DefinitionList
                columns={3}
                items={[
                  { term: '计划总投资', value: promised && <b className="num">{promised.currency === '人民币' ? yuan(promised.amount) : foreign(promised.amount, promised.currency)}</b>, note: promised?.working ? rate(promised.working) : promised && promised.fen === null ? '没有可用的汇率，未折算' : undefined },
                  { term: '已到账（申报口径）', value: <b className="num">{yuan(arrived.declared)}</b>, note: percent(share.declared) },
                  { term: '已到账（认定口径）', value: <b className="num">{yuan(arrived.certified)}</b>, note: percent(share.certified) },
                ]}
              />
              {parts.length === 0 ? <p className="quiet">还没有登记到账的资金。</p> : <ul className="promises">{parts.map(line)}</ul>}
            </>
          )}
        </Loaded>
      </Section>
    </div>
  );
}

function line(it: Money['parts'][number]) {
  const { original } = it;
  return (
    <li key={it.id} className="promise">
      <p>
        <Link to="/dossiers/$id" params={{ id: it.id }} className="num">{it.number}</Link>{' '}
        {it.day === null ? '尚未登记到账' : <><span className="num">{it.day}</span> 到账</>} <b className="num">{it.fen === null ? '金额未填' : yuan(it.fen)}</b>
      </p>
      {original ? (
        <p className="quiet">
          原币 <span className="num">{foreign(original.amount, original.currency)}</span>
          {original.working === null ? '・没有可用的汇率' : <>・{rate(original.working)}</>}
          {original.agrees ? '' : '・登记的人民币金额与折算不一致'}
        </p>
      ) : null}
      <p className="promise-state">
        <Tag variant={it.state === 'certified' || it.state === 'certified-upstream' ? 'pine' : it.state === 'returned' || it.state === 'appealed' ? 'cinnabar' : 'ink'}>{it.stateLabel}</Tag>
        {it.divested === null ? null : <Tag variant="cinnabar">{it.divested} 撤资，不计入</Tag>}
        <span className="quiet">{it.proven ? '到账凭证已附' : '缺到账凭证'}</span>
      </p>
    </li>
  );
}
