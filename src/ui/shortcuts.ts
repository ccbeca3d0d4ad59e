export interface Shortcut {
  /** `C`, `/`, `?`, `Enter`, `Ctrl+K`. Letters are meant without regard to case. */
  keys: string;
  label: string;
  /** Heading in the sheet; 通用 unless told. */
  group?: string | undefined;
  /** Returns false where it had nothing to do, so that another may. */
  run: () => boolean | void;
}

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Whether a key press is a shortcut's; ⌘ counts as Ctrl. */
export function isPressed(keys: string, event: Pressed): boolean {
  const parts = keys.split('+');
  const key = parts.length > 1 ? parts[parts.length - 1]! : keys;
  const ctrl = parts.length > 1 && parts[0] === 'Ctrl';
  return key.toLowerCase() === event.key.toLowerCase() && ctrl === (event.ctrlKey || event.metaKey) && !event.altKey;
}

/** Single keys can be switched off: speech input and screen readers press them by accident (WCAG 2.1.4). */
export function isSingleKey(keys: string): boolean {
  return keys.length === 1 && keys !== '?';
}

const stored = 'tandem-single-keys';
let entries: readonly (readonly Shortcut[])[] = [];
let singleKeys = read();

function read(): boolean {
  try {
    return localStorage.getItem(stored) !== 'off';
  } catch {
    return true;
  }
}

/** Enters a page's shortcuts; the answer takes them out. */
export function addShortcuts(list: readonly Shortcut[]): () => void {
  entries = [...entries, list];
  return () => {
    entries = entries.filter((it) => it !== list);
  };
}

export function allShortcuts(): Shortcut[] {
  return entries.flat().filter((it, index, all) => all.findIndex((other) => other.keys === it.keys) === index);
}

export function singleKeysOn(): boolean {
  return singleKeys;
}

export function switchSingleKeys(on: boolean): void {
  singleKeys = on;
  try {
    localStorage.setItem(stored, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && target.getAttribute('type') !== 'checkbox';
}

/** Hands a key press to the newest shortcut that wants it. Over an open dialog and while writing only Ctrl keys count. */
export function pressKey(event: KeyboardEvent): void {
  const free = !writes(event.target) && document.querySelector('dialog[open]') === null;
  for (const it of entries.flat().reverse()) {
    if (!isPressed(it.keys, event)) continue;
    if (!it.keys.startsWith('Ctrl+') && !free) continue;
    if (isSingleKey(it.keys) && !singleKeys) continue;
    if (it.run() === false) continue;
    event.preventDefault();
    return;
  }
}
