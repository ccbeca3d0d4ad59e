import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { Dossier } from './shapes.ts';

/** What the register says of the subject. */
export function FieldSection({ dossier: { fields, unit, number } }: { dossier: Dossier }) {
  const rest = fields.filter((it) => it.value === null);
  return (
    <div id="fields" className="dossier-anchor">
      <Section title="登记内容" hint={rest.length > 0 ? `还有 ${rest.length} 项未填` : undefined}>
        <DefinitionList columns={2} items={[{ term: '编号', value: number }, { term: '申报单位', value: unit.name }, ...fields.map((it) => ({ term: it.label, value: it.value }))]} />
      </Section>
    </div>
  );
}
