import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DefinitionList } from '../../../ui/DefinitionList.tsx';
import { Link } from '../../../ui/Link.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ContactDialog } from './ContactDialog.tsx';
import { LookDialog } from './LookDialog.tsx';
import { type PersonField, personsApi } from './persons-api.ts';
import { PersonRequestDialog } from './PersonRequestDialog.tsx';

type Open = { act: 'look'; field: PersonField } | { act: 'keep' | 'hand-over' | 'erasure' };

/** 个人信息: what is held of the human whom the record names, masked; looking, filling in, handing over, erasing. */
export function PersonSection({ id, onDone }: { id: string; onDone: (told: string) => void }) {
  const { data: card } = useQuery(personsApi.card.queryOptions({ input: { id } }));
  const [open, setOpen] = useState<Open>();
  // In this page's memory only, and gone with it.
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  if (!card || card.fields.length === 0) return null;
  const close = () => setOpen(undefined);
  const done = (told: string) => {
    close();
    onDone(told);
  };
  const valueOf = (it: PersonField) => (
    <>
      <span>{seen[it.field] ?? it.shown}</span>
      {it.shown?.includes('*') && seen[it.field] === undefined && card.mayLook ? <> <Button small onClick={() => setOpen({ act: 'look', field: it })} aria-label={`查看${it.label}`}>查看</Button></> : null}
    </>
  );
  return (
    <div id="person" className="dossier-anchor">
      <Section title="个人信息" hint="默认遮盖；查看须写明事由，并留下记录" link={card.mayKeep && !card.erased ? <Button small onClick={() => setOpen({ act: 'keep' })}>填写联系方式</Button> : undefined}>
        <DefinitionList columns={2} items={card.fields.map((it) => ({ term: it.label, value: it.shown === null ? null : valueOf(it) }))} />
        <p className="person-acts">
          {card.mayHandOver && !card.erased ? <Button small onClick={() => setOpen({ act: 'hand-over' })}>向本人提供</Button> : null}
          {card.mayErase && !card.erased ? <Button small onClick={() => setOpen({ act: 'erasure' })}>提出删除</Button> : null}
          <Link to="/personal-register">个人信息目录</Link>
        </p>
      </Section>
      {open?.act === 'look' ? (
        <LookDialog
          id={id}
          field={open.field}
          onClose={close}
          onSeen={(value) => {
            setSeen({ ...seen, [open.field.field]: value });
            close();
          }}
        />
      ) : null}
      {open?.act === 'keep' ? <ContactDialog id={id} card={card} onClose={close} onDone={() => done('联系方式已登记。')} /> : null}
      {open?.act === 'hand-over' || open?.act === 'erasure' ? <PersonRequestDialog id={id} act={open.act} card={card} onClose={close} onDone={done} /> : null}
    </div>
  );
}
