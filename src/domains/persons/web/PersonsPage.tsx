import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { type PersonRequest, personsApi } from './persons-api.ts';
import { RequestTable } from './RequestTable.tsx';

/** 个人信息: what people asked for, what waits for a second person first. */
export function PersonsPage() {
  const query = useQuery(personsApi.requests.queryOptions());
  const [open, setOpen] = useState<PersonRequest>();
  const [told, setTold] = useState<string>();
  const waiting = query.data?.filter((it) => it.state === 'waiting') ?? [];
  return (
    <>
      <PageTitle
        title="个人信息"
        summary={query.data ? <>待办 <b className="num">{waiting.length}</b> 件，共 <b className="num">{query.data.length}</b> 件</> : '本人要求提供副本、删除的办理'}
        actions={<LinkButton to="/personal-register">个人信息目录</LinkButton>}
      />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title="还没有人提出">在人才等记录的“个人信息”一节，可以向本人提供副本，或提出删除。</EmptyState>
          ) : (
            <>
              {waiting.length === 0 ? null : (
                <Section title="等待办理的删除" hint="由提出人以外的同志核对后办理">
                  <RequestTable caption="等待办理的删除" rows={waiting} onDecide={setOpen} />
                </Section>
              )}
              <Section title="已经办理">
                <RequestTable caption="已经办理" rows={all.filter((it) => it.state !== 'waiting')} />
              </Section>
            </>
          )
        }
      </Loaded>
      {open ? (
        <DecideDialog
          request={open}
          onClose={() => setOpen(undefined)}
          onDone={(said) => {
            setOpen(undefined);
            setTold(said);
          }}
        />
      ) : null}
    </>
  );
}
