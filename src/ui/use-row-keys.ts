import { type RefObject, useMemo } from 'react';
import { useShortcuts } from './use-shortcuts.ts';

const rowsOf = (body: HTMLElement) => Array.from(body.querySelectorAll<HTMLElement>('[data-row]'));

/** J and K walk the rows of a table, Enter opens a row by its first link or button, E goes to what is to be done about it, X ticks it. */
export function useRowKeys(body: RefObject<HTMLElement | null>, enabled: boolean, selectable: boolean): void {
  const keys = useMemo(() => {
    const current = () => {
      const row = document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined;
      return row && body.current?.contains(row) ? row : undefined;
    };
    // The first table of the page answers until another has the focus.
    const mine = () => {
      const focused = document.activeElement?.closest('[data-rows]');
      return body.current && (focused ?? document.querySelector('[data-rows]')) === body.current ? body.current : undefined;
    };
    const walk = (step: 1 | -1) => () => {
      const table = mine();
      if (!table) return false;
      const rows = rowsOf(table);
      const at = current();
      const row = at ? rows[rows.indexOf(at) + step] : rows[step === 1 ? 0 : rows.length - 1];
      row?.focus();
      row?.scrollIntoView({ block: 'nearest' });
      return row !== undefined;
    };
    const press = (selector: string) => () => {
      const row = current();
      if (!row || document.activeElement !== row) return false;
      const target = row.querySelector<HTMLElement>(selector);
      target?.click();
      return target !== null;
    };
    const open = press('[data-open], td a, th a, td button, th button');
    return [
      { keys: 'J', label: '下一行', group: '列表', run: walk(1) },
      { keys: 'K', label: '上一行', group: '列表', run: walk(-1) },
      { keys: 'Enter', label: '打开这一行', group: '列表', run: open },
      { keys: 'E', label: '办理这一行', group: '列表', run: press('[data-edit]') },
      ...(selectable ? [{ keys: 'X', label: '选中这一行', group: '列表', run: press('input[type=checkbox]') }] : []),
    ];
  }, [body, selectable]);
  useShortcuts(enabled ? keys : none);
}

const none: [] = [];
