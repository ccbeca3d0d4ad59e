import { useEffect, useMemo, useRef, useState } from 'react';
import { KeyHint } from './KeyHint.tsx';
import { useSearchChange } from './use-search-change.ts';
import { useShortcuts } from './use-shortcuts.ts';
import './FilterBar.css';

export interface FilterTextProps {
  /** What is looked for: 项目名称、编号或投资方. */
  label: string;
  /** The search parameter it sets; `q` unless told. */
  param?: string;
  value: string | undefined;
}

/** Looks for words in a list; sets its parameter a moment after the last key. `/` leads to it. */
export function FilterText({ label, param = 'q', value }: FilterTextProps) {
  const change = useSearchChange();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value ?? '');
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if ((value ?? '') !== text.trim()) setText(value ?? '');
  }
  useEffect(() => {
    if (text.trim() === (value ?? '')) return undefined;
    const later = setTimeout(() => change({ [param]: text.trim() || undefined, page: undefined }), 300);
    return () => clearTimeout(later);
  }, [text, value, param, change]);
  useShortcuts(useMemo(() => [{ keys: '/', label: '查找', group: '列表', run: () => input.current?.focus() }], []));
  return (
    <span className="filter filter-text">
      <input ref={input} type="search" aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.target.value)} />
      {text === '' ? <KeyHint keys="/" /> : null}
    </span>
  );
}
