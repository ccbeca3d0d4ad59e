import { useEffect, useRef, useState } from 'react';
import type { Contract } from '../app/contract.ts';
import { createClient } from './client.ts';

const drafts = createClient<Contract['drafts']>('drafts');
const PAUSE_MILLISECONDS = 1500;

export interface Draft<Fields> {
  fields: Fields;
  change(part: Partial<Fields>): void;
  /** When what stands here was typed, where it was restored; null where nothing was. */
  restoredAt: string | null;
  /** Whether all that was typed is kept. */
  saved: boolean;
  /** When the form was sent. */
  forget(): void;
}

/**
 * The texts of a form, kept on the server while they are typed, so that they survive a closed tab; never in the browser's storage.
 * @param key the form and its object, nothing of a person: `follow-up:<id>`
 * @param empty the form before anything is typed
 */
export function useDraft<Fields extends Record<string, string>>(key: string, empty: Fields): Draft<Fields> {
  const [fields, setFields] = useState(empty);
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const typed = useRef<Fields | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  // One after the other: what is forgotten last stays forgotten.
  const send = (body: Record<string, string>): Promise<unknown> => (last.current = last.current.then(() => drafts.keep({ key, body })).catch(() => undefined));
  const save = () => {
    clearTimeout(timer.current);
    const body = typed.current;
    typed.current = undefined;
    if (body) void send(body).then(() => setSaved(typed.current === undefined));
  };

  useEffect(() => {
    drafts.one({ key }).then((found) => {
      if (!found || typed.current) return;
      setFields((before) => ({ ...before, ...Object.fromEntries(Object.entries(found.body).filter(([name]) => Object.hasOwn(before, name))) }));
      setRestoredAt(found.savedAt);
    }, () => undefined);
    const leave = () => (document.visibilityState === 'hidden' ? save() : undefined);
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      save();
    };
  }, [key]);

  return {
    fields,
    restoredAt,
    saved,
    change: (part) => {
      const next = { ...fields, ...part };
      setFields(next);
      setSaved(false);
      typed.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MILLISECONDS);
    },
    forget: () => {
      clearTimeout(timer.current);
      typed.current = undefined;
      void send({});
    },
  };
}
