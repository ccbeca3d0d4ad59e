import { useQuery } from '@tanstack/react-query';
import { changeSearch } from '../../../ui/address.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { useSearch } from '../../../ui/pages.ts';
import { Section } from '../../../ui/Section.tsx';
import { useSession } from '../../../ui/session.ts';
import { roleLabels } from '../terms.ts';
import { accountsQueries } from './accounts-api.ts';

/** Who had which right at the end of a day, with the rights in words. */
export function GrantsOfDay() {
  const { today } = useSession();
  const { on = today } = useSearch('/grants');
  const query = useQuery(accountsQueries.grants.queryOptions({ input: { on } }));
  return (
    <>
      <DayField name="on" label="哪一天（当天结束时）" value={on} max={today} onChange={(event) => (event.target.value ? changeSearch({ on: event.target.value }) : undefined)} />
      <Loaded query={query}>
        {(grants) =>
          grants.length === 0 ? (
            <EmptyState title="那天没有人有授权" />
          ) : (
            grants.map((it) => (
              <Section key={it.id} title={`${it.name}（${it.login}）`} hint={`${roleLabels[it.role]}・${[it.unit, ...it.also].map((one) => one.name).join('、')}`}>
                <DefinitionList
                  columns={2}
                  items={[
                    { term: '全市范围', value: it.rights.filter((one) => one.reach === 'all').map((one) => one.label).join('；') || '无' },
                    { term: '本单位和分管单位', value: it.rights.filter((one) => one.reach === 'own').map((one) => one.label).join('；') || '无' },
                  ]}
                />
              </Section>
            ))
          )
        }
      </Loaded>
    </>
  );
}
