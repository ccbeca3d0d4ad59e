import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { Field } from '../../../ui/Field.tsx';
import { recordsApi } from './records-api.ts';
import './ReferenceField.css';

export interface ReferenceFieldProps {
  name: string;
  label: string;
  /** The kind that is referred to, and what it is called. */
  kind: string;
  kindLabel: string;
  /** The number as it will be sent. */
  value: string;
  onType: (number: string) => void;
  error?: string | undefined;
  optional?: boolean | undefined;
}

const SHOWN = 8;

/** Another record, found by what one knows of it: number, name, investor. Arrows and Enter choose. */
export function ReferenceField({ name, label, kind, kindLabel, value, onType, error, optional }: ReferenceFieldProps) {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const q = useDeferredValue(value.trim());
  const { data } = useQuery({ ...recordsApi.search.queryOptions({ input: { kind, page: 1, ...(q ? { q } : {}) }, placeholderData: keepPreviousData }), enabled: open });
  const found = data?.rows.slice(0, SHOWN) ?? [];
  const chosen = data?.rows.find((it) => it.number === value.trim());
  const choose = (number: string) => {
    onType(number);
    setOpen(false);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + Math.max(found.length, 1)) % Math.max(found.length, 1));
    } else if (event.key === 'Enter' && open && found[at]) {
      event.preventDefault();
      choose(found[at].number);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <Field name={name} label={label} optional={optional} error={error} hint={chosen && chosen.name !== chosen.number ? chosen.name : `输入${kindLabel}的名称或编号查找`}>
      {(control) => (
        <div className="reference-field">
          <input
            {...control}
            className="control"
            role="combobox"
            autoComplete="off"
            aria-expanded={open && found.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && found[at] ? `${list}-${at}` : undefined}
            value={value}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={press}
            onChange={(event) => {
              onType(event.target.value);
              setAt(0);
              setOpen(true);
            }}
          />
          <ul id={list} role="listbox" aria-label={`找到的${kindLabel}`} className="reference-list" hidden={!open || found.length === 0}>
            {found.map((it, index) => (
              // A press takes the focus away before it is a click.
              <li key={it.id} id={`${list}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => { event.preventDefault(); choose(it.number); }}>
                {it.name === it.number ? null : <b>{it.name}</b>} <span className="num">{it.number}</span> <span className="quiet">{it.unit?.name}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  );
}
