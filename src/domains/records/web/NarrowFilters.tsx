import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FilterSelect } from '../../../ui/FilterSelect.tsx';
import { FilterText } from '../../../ui/FilterText.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { progressLabels } from '../terms.ts';
import { amountField } from './use-narrower.ts';
import type { RegisterForm } from './use-form.ts';

/** The filters of a register whose records go a course: kind, chain, stage, how it goes on and why, size. */
export function NarrowFilters({ form }: { form: RegisterForm }) {
  const { type, chain, stage, progress, cause, amount } = useSearch('/registers/$kind');
  const some = [type, chain, stage, progress, cause, amount].some((it) => it !== undefined);
  // On a phone the list comes first.
  const [open, setOpen] = useState(() => some || matchMedia('(min-width: 641px)').matches);
  if (!open) return <Button small onClick={() => setOpen(true)}>更多条件</Button>;
  const choices = (words: readonly string[]) => words.map((it) => ({ value: it, label: it }));
  const typeField = form.fields.find((it) => it.id === 'type' && it.type === 'choice');
  const money = amountField(form);
  return (
    <>
      {typeField ? <FilterSelect label={typeField.label} param="type" value={type} choices={choices(typeField.choices)} /> : null}
      {form.fields.some((it) => it.id === 'chain') ? <FilterText label="产业链" param="chain" value={chain} first={false} /> : null}
      {form.stages.length > 1 ? <FilterSelect label="阶段" param="stage" value={stage} choices={choices(form.stages)} /> : null}
      {form.stages.length > 1 ? <FilterSelect label="进展" param="progress" value={progress} choices={Object.entries(progressLabels).map(([value, label]) => ({ value, label }))} /> : null}
      {form.stages.length > 1 && form.causes.length > 0 ? <FilterSelect label="原因" param="cause" value={cause} choices={choices(form.causes)} /> : null}
      {money && form.stages.length > 1 ? <FilterText label={`${money.label}不少于（万元）`} param="amount" value={amount} first={false} /> : null}
    </>
  );
}
