import { type ReactNode, useMemo } from 'react';
import { useShortcuts } from './use-shortcuts.ts';
import './BulkBar.css';

export interface BulkBarProps {
  /** How many rows are ticked; nothing is shown at 0. */
  count: number;
  onClear: () => void;
  /** Buttons for all of them. */
  children: ReactNode;
}

export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const clear = useMemo(() => [{ keys: 'Escape', label: '取消选择', group: '列表', run: () => (count > 0 ? onClear() : false) }], [count, onClear]);
  useShortcuts(clear);
  if (count === 0) return null;
  return (
    <div className="bulk-bar" role="toolbar" aria-label="对选中的行">
      <span role="status">
        已选 <b className="num">{count}</b> 个
      </span>
      {children}
      <button type="button" className="bulk-bar-clear" onClick={onClear}>取消选择</button>
    </div>
  );
}
