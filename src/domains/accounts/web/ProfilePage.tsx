import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useMay } from '../../../ui/session.ts';
import { profileIds, profiles } from '../terms.ts';
import { accountsQueries } from './accounts-api.ts';
import { ProfileForm } from './ProfileForm.tsx';
import { profileWords } from './profile-words.ts';

/** 安全策略: which rules passwords and sessions follow, and who chose them. */
export function ProfilePage() {
  const query = useQuery(accountsQueries.profiles.queryOptions());
  const mayChoose = useMay('profile:choose');
  const [told, setTold] = useState<string>();
  return (
    <>
      <PageTitle title="安全策略" summary="密码、登录和验证方式按哪一套规则" />
      {told === undefined ? null : <Notice tone="done">{told}</Notice>}
      <Loaded query={query}>
        {({ profile, history }) => (
          <>
            {profileIds.map((id) => (
              <Section key={id} title={profiles[id].label} hint={id === profile ? '正在使用' : undefined}>
                <DefinitionList columns={2} items={profileWords(profiles[id])} />
              </Section>
            ))}
            {mayChoose ? (
              <Section title="切换">
                <ProfileForm current={profile} onDone={setTold} />
              </Section>
            ) : null}
            <Section title="历次切换">
              {history.length === 0 ? <p className="quiet">没有切换过，一直用“{profiles[profile].label}”。</p> : null}
              <ul>
                {history.map((it) => (
                  <li key={it.at}>
                    {momentText(it.at)}，{it.by}切换为“{profiles[it.profile].label}”：{it.reason}
                  </li>
                ))}
              </ul>
            </Section>
          </>
        )}
      </Loaded>
    </>
  );
}
