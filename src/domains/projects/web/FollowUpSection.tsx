import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { type FollowUp, projectsApi } from './projects-api.ts';
import { TakeBackDialog } from './TakeBackDialog.tsx';
import './FollowUp.css';

/** What was said of a record, the latest first, and saying more. @param id of the record */
export function FollowUpSection({ id }: { id: string }) {
  const query = useQuery(projectsApi.followUps.queryOptions({ input: { id } }));
  const [back, setBack] = useState<FollowUp>();
  return (
    <div id="follow-ups" className="dossier-anchor">
      <Section title="跟进" hint="写下后不能改，写错了由本人撤回" link={query.data?.mayWrite ? <LinkButton small to="/dossiers/$id/follow-up" params={{ id }}>写跟进</LinkButton> : undefined}>
        <Loaded query={query}>
          {({ items }) => (items.length === 0 ? <p className="quiet">还没有跟进。</p> : <Timeline label="跟进" items={items.map((it) => itemOf(it, () => setBack(it)))} />)}
        </Loaded>
      </Section>
      {back ? <TakeBackDialog followUp={back} onClose={() => setBack(undefined)} /> : null}
    </div>
  );
}

function itemOf({ id, form, day, text, next, unit, who, photos, mentioned, takenBack, mayTakeBack }: FollowUp, onTakeBack: () => void) {
  return {
    key: id,
    day,
    title: form ?? '备注',
    by: `${unit.name}${who === null ? '' : ` ${who}`}`,
    children: takenBack ? (
      <p className="quiet">已撤回：{takenBack.reason}</p>
    ) : (
      <>
        <p className="follow-up-text">{text}</p>
        {next ? <p>下一步：{next.step}（<span className="num">{next.day}</span>）</p> : null}
        {mentioned.length > 0 ? <p className="quiet">已提醒{mentioned.join('、')}</p> : null}
        {photos.length > 0 ? (
          <ul className="follow-up-photos">
            {photos.map((photo, at) => <li key={photo}><a href={`/api/v1/photos/${photo}`} target="_blank" rel="noreferrer"><img src={`/api/v1/photos/${photo}`} alt={`照片 ${at + 1}`} loading="lazy" /></a></li>)}
          </ul>
        ) : null}
        {mayTakeBack ? <Button small onClick={onTakeBack}>撤回<span className="visually-hidden">{day}的跟进</span></Button> : null}
      </>
    ),
  };
}
