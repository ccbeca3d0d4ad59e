import { changeSearch, type SearchChange, useAddress } from '../../../ui/address.ts';
import { useSearch } from '../../../ui/pages.ts';

/**
 * What is looked for in a register. It may be a person's name, so it stands in the history's state, never in the address (where
 * `?q=` is still read); the back button and a reload find it again.
 */
export function useWords(): [words: string | undefined, set: (words: string | undefined, change?: SearchChange) => void] {
  const { kept } = useAddress();
  const { q } = useSearch('/registers/$kind');
  return [(kept['words'] ?? q) || undefined, setWords];
}

function setWords(words: string | undefined, change: SearchChange = {}): void {
  changeSearch({ ...change, q: undefined, page: undefined }, { words: words ?? '' });
}
