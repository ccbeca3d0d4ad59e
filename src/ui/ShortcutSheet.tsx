import { useEffect, useMemo, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { allShortcuts, pressKey, type Shortcut, singleKeysOn, switchSingleKeys } from './shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';
import './KeyHint.css';
import './RadioGroup.css';
import './ShortcutSheet.css';

export interface ShortcutSheetProps {
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
}

function grouped(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const it of shortcuts) groups.set(it.group ?? '通用', [...(groups.get(it.group ?? '通用') ?? []), it]);
  return [...groups];
}

/** Listens to the keyboard for the whole page, and lists what may be pressed on it. Stands once, in the shell. */
export function ShortcutSheet({ open, onOpen, onClose }: ShortcutSheetProps) {
  const [single, setSingle] = useState(singleKeysOn);
  useShortcuts(useMemo(() => [{ keys: '?', label: '查看快捷键', run: onOpen }], [onOpen]));
  useEffect(() => {
    document.addEventListener('keydown', pressKey);
    return () => document.removeEventListener('keydown', pressKey);
  }, []);
  return (
    <Dialog open={open} title="快捷键" onClose={onClose}>
      {grouped(allShortcuts()).map(([group, shortcuts]) => (
        <section key={group} className="shortcut-group">
          <h3>{group}</h3>
          <dl>
            {shortcuts.map((it) => (
              <div key={it.keys}>
                <dt>{it.label}</dt>
                <dd>
                  <kbd className="key-hint">{it.keys.replace('+', ' ').replace('Escape', 'Esc')}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="checkbox">
        <input
          type="checkbox"
          checked={single}
          onChange={(event) => {
            switchSingleKeys(event.target.checked);
            setSingle(event.target.checked);
          }}
        />
        <span>启用单个字母的快捷键</span>
      </label>
    </Dialog>
  );
}
