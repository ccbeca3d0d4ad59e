import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Dossier } from './shapes.ts';

/** What the register says of the subject. */
export function FieldSection({ dossier: { fields, unit, number } }: { dossier: Dossier }) {
  const filled = fields.filter((it) => it.value !== null);
  const rest = fields.filter((it) => it.value === null);
  return (
    <div id="fields" className="dossier-anchor">
      <Section title="登记内容" hint={rest.length > 0 ? `另有 ${rest.length} 项未填` : undefined}>
        <DefinitionList columns={2} items={[{ term: '编号', value: number }, { term: '申报单位', value: unit.name }, ...filled.map((it) => ({ term: it.label, value: it.value }))]} />
        {rest.length > 0 ? <details className="field-rest"><summary>未填的 {rest.length} 项</summary><p className="quiet">{rest.map((it) => it.label).join('、')}</p></details> : null}
      </Section>
    </div>
  );
}
