import { useEffect, useMemo, useRef, useState } from 'react';
import { changeSearch, FROM_THE_START } from './address.ts';
import { KeyHint } from './KeyHint.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import './FilterBar.css';

export interface FilterTextProps {
  /** What is looked for: 项目名称、编号或投资方. */
  label: string;
  /** The search parameter it sets; `q` unless told. */
  param?: string;
  value: string | undefined;
  /** In place of a parameter: for words that may not stand in the address. */
  onSet?: (text: string | undefined) => void;
  /** Whether `/` leads to it: to one of a page's filters. */
  first?: boolean;
}

/** Looks for words in a list; sets its parameter a moment after the last key. `/` leads to it. */
export function FilterText({ label, param = 'q', value, onSet, first = true }: FilterTextProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if ((value ?? '') !== text.trim()) setText(value ?? '');
  }
  useEffect(() => {
    if (text.trim() === (value ?? '')) return undefined;
    const set = onSet ?? ((words: string | undefined) => changeSearch({ ...FROM_THE_START, [param]: words }));
    const later = setTimeout(() => set(text.trim() || undefined), 300);
    return () => clearTimeout(later);
  }, [text, value, param, onSet]);
  useShortcuts(useMemo(() => (first ? [{ keys: '/', label: '查找', group: '列表', run: () => input.current?.focus() }] : []), [first]));
  return (
    <span className="filter filter-text">
      <input ref={input} type="search" aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.target.value)} />
      {first && text === '' ? <KeyHint keys="/" /> : null}
    </span>
  );
}
