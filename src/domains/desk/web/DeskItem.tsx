import { Breadcrumb } from '../../../ui/Breadcrumb.tsx';
import { Button } from '../../../ui/Button.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Light } from '../../../ui/Light.tsx';
import { Link } from '../../../ui/Link.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { ageText } from './desk-acts.ts';
import { EvidencePanel } from './EvidencePanel.tsx';
import { GateList } from './GateList.tsx';
import { ItemActs } from './ItemActs.tsx';
import { ItemHistory } from './ItemHistory.tsx';
import { ItemRules } from './ItemRules.tsx';
import type { DeskRow, Dossier } from './shapes.ts';
import { SiteChecks } from './SiteChecks.tsx';
import type { DeskSearch } from './use-desk.ts';

interface DeskItemProps {
  dossier: Dossier;
  milestone: string;
  /** Its row of the list; absent where it waits for the person's unit no more. */
  row: DeskRow | undefined;
  position: string | undefined;
  /** The filters of the list that it was opened from. */
  search: DeskSearch;
  reasons: readonly string[];
  onBefore: (() => void) | undefined;
  onAfter: (() => void) | undefined;
  onDone: (told: string) => void;
}

/** The fact, its gate and what may be done at the left, its evidence at the right. */
export function DeskItem({ dossier, milestone, row, position, search, reasons, onBefore, onAfter, onDone }: DeskItemProps) {
  const held = dossier.milestones.find((it) => it.id === milestone);
  const label = held?.label ?? '登记';
  const gate = dossier.course?.gates.find((it) => it.milestone === milestone);
  const facts = [
    { term: '事项', value: label },
    ...(held?.day ? [{ term: '日期', value: held.day }] : []),
    { term: '申报单位', value: dossier.unit.name },
    { term: '计分单位', value: dossier.credits.at(-1)?.parts.map((it) => (dossier.credits.at(-1)!.shared ? `${it.unit.name} ${it.percent}%` : it.unit.name)).join('、') },
    ...dossier.fields.filter((it) => it.value !== null).map((it) => ({ term: it.label, value: it.value })),
  ];
  return (
    <>
      <PageTitle
        title={`${dossier.name}：${label}`}
        documentTitle={`${dossier.number}：${label}`}
        above={<Breadcrumb items={[<Link key="desk" to="/desk" search={search}>初核认定</Link>, dossier.number]} />}
        marks={<><Tag variant="teal">{held?.stateLabel ?? dossier.stateLabel}</Tag>{row ? <Light state={row.light}>{ageText(row.age)}</Light> : null}</>}
        summary={<>{dossier.kindLabel}・<Link to="/dossiers/$id" params={{ id: dossier.id }} className="num">{dossier.number}</Link></>}
        actions={
          <>
            {position ? <span className="num desk-position">{position}</span> : null}
            <Button small hint="K" why={onBefore ? undefined : ''} onClick={onBefore}>上一项</Button>
            <Button small hint="J" why={onAfter ? undefined : ''} onClick={onAfter}>下一项</Button>
          </>
        }
      />
      <div className="desk-item">
        <div className="desk-facts">
          <ItemActs dossier={dossier} milestone={milestone} label={label} reasons={reasons} frozen={row?.frozen ?? null} onDone={onDone} />
          {gate ? <GateList gate={gate} /> : null}
          <Section title="内容" level={2}><DefinitionList items={facts} columns={2} /></Section>
        </div>
        <EvidencePanel dossier={dossier} milestone={milestone} />
        <div className="desk-more">
          <SiteChecks dossier={dossier} milestone={milestone} />
          <ItemRules rules={dossier.rules} />
          <ItemHistory history={dossier.history} />
        </div>
      </div>
    </>
  );
}
