import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../../ui/SelectField.tsx';
import { projectsApi } from './projects-api.ts';

interface ColleagueFieldProps {
  /** Of the record: only who may see it can be asked to look. */
  id: string;
  /** Accounts with commas between. */
  chosen: string;
  onChoose: (chosen: string) => void;
}

/** Colleagues who are asked to look: chosen one by one, each taken away by a tap. */
export function ColleagueField({ id, chosen, onChoose }: ColleagueFieldProps) {
  const { data = [] } = useQuery(projectsApi.colleagues.queryOptions({ input: { id } }));
  const ids = chosen.split(',').filter(Boolean);
  const rest = data.filter((it) => !ids.includes(it.id));
  return (
    <>
      <SelectField name="mentioned" label="提醒同事看" optional placeholder="请选择同事" choices={rest.map((it) => ({ value: it.id, label: `${it.name}（${it.unit.name}）` }))} value="" onChange={(event) => onChoose([...ids, event.target.value].join(','))} />
      {ids.length === 0 ? null : (
        <ul className="follow-up-colleagues">
          {ids.map((one) => {
            const name = data.find((it) => it.id === one)?.name ?? '同事';
            return <li key={one}><button type="button" onClick={() => onChoose(ids.filter((it) => it !== one).join(','))}>@{name}<span aria-hidden="true"> ×</span><span className="visually-hidden">，去掉</span></button></li>;
          })}
        </ul>
      )}
    </>
  );
}
