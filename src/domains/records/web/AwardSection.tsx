import { moneyInChinese } from '../../../kernel/fen.ts';
import type { Column } from '../../../ui/data-table.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import type { Dossier } from './shapes.ts';

type Award = Dossier['awards'][number];

const outcomes = { yes: ['pine', '应兑现'], unknown: ['ginkgo', '金额待定'], no: ['ink', '不符合'] } as const;

const columns: Column<Award>[] = [
  { key: 'label', head: '奖励', rowHeader: true, cell: (it) => <Link to="/awards" search={{ year: it.year }}>{it.label}</Link> },
  { key: 'year', head: '年度', cell: (it) => <span className="num">{it.year}</span> },
  { key: 'outcome', head: '判断', phone: 'aside', cell: (it) => <Tag variant={outcomes[it.outcome][0]}>{outcomes[it.outcome][1]}</Tag> },
  { key: 'amount', head: '金额', align: 'end', cell: amountText },
];

function amountText({ minFen, maxFen }: Award): string {
  if (minFen === null || maxFen === null) return '—';
  const least = moneyInChinese(BigInt(minFen));
  return minFen === maxFen ? least : `${least}至${moneyInChinese(BigInt(maxFen))}`;
}

/** Awards that hang on the record. */
export function AwardSection({ awards }: { awards: Dossier['awards'] }) {
  if (awards.length === 0) return null;
  return (
    <div id="awards" className="dossier-anchor">
      <Section title="奖励" hint="按条款自动比对，无需申请">
        <DataTable caption="奖励" columns={columns} rows={awards} rowKey={(it) => `${it.award} ${it.case}`} keyboard={false} />
      </Section>
    </div>
  );
}
