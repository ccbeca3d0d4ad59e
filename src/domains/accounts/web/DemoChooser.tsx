import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { useWrite } from '../../../ui/use-write.ts';
import { accountsApi, accountsQueries } from './accounts-api.ts';
import { arrive } from './arrive.ts';
import { demoGroups } from './demo-groups.ts';
import { DemoSeat } from './DemoSeat.tsx';
import './DemoChooser.css';

interface DemoChooserProps {
  from: string | undefined;
  city: string;
  /** The account that one looks through already. */
  current: string | undefined;
}

/** 选一个身份看一看: whom a demonstration lets one look through, by what they do. */
export function DemoChooser({ from, city, current }: DemoChooserProps) {
  const query = useQuery(accountsQueries.demoAccounts.queryOptions());
  const enter = useWrite(accountsApi.enterDemo, () => arrive(from));
  return (
    <>
      <PageTitle title="选一个身份看一看" />
      <p className="demo-note">这是{city}的示范平台，人名和数字都是编的，随便点，不会影响任何真实工作。</p>
      {enter.refusal ? <ErrorState error={enter.refusal} title="没有进去" /> : null}
      <Loaded query={query}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState title="没有示范账号">请用 --demo 重新启动平台。</EmptyState>
          ) : (
            demoGroups(accounts).map((group) => (
              <section key={group.role} className="demo-group" aria-labelledby={`demo-${group.role}`}>
                <h2 id={`demo-${group.role}`}>
                  {group.label}
                  <span>{group.does}</span>
                </h2>
                <ul>
                  {group.accounts.map((it) => (
                    <DemoSeat key={it.id} account={it} current={it.id === current} busy={enter.busy || enter.output !== undefined} onEnter={() => enter.send({ account: it.id })} />
                  ))}
                </ul>
              </section>
            ))
          )
        }
      </Loaded>
    </>
  );
}
