import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { momentText } from '../../../ui/moment-text.ts';
import { Section } from '../../../ui/Section.tsx';
import { useMay } from '../../../ui/session.ts';
import { recordsApi } from './records-api.ts';
import type { Dossier } from './shapes.ts';

/** Who looked at what the record keeps covered, for its own leaders and who audits. */
export function LookSection({ dossier: { id, fields } }: { dossier: Dossier }) {
  const may = useMay('records:looks');
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ ...recordsApi.looks.queryOptions({ input: { id } }), enabled: may && open });
  if (!may || !fields.some((it) => it.type === 'person')) return null;
  return (
    <div id="looks" className="dossier-anchor">
      <Section title="谁看过个人信息" link={<Button small aria-expanded={open} onClick={() => setOpen(!open)}>{open ? '收起' : '查看'}</Button>}>
        {open && error ? <p className="dossier-none">{error.message}</p> : null}
        {open && data?.length === 0 ? <p className="dossier-none">还没有人查看过遮盖的内容。</p> : null}
        {open && data ? (
          <ul className="looks">
            {data.map((it, index) => <li key={index}><span className="num">{momentText(it.at)}</span> {it.unit?.name} {it.who ?? '已删除的个人'} <b>{it.what}</b>{it.reason ? `，事由：${it.reason}` : ''}</li>)}
          </ul>
        ) : null}
      </Section>
    </div>
  );
}
