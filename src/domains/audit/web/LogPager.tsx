import { SearchLink } from '../../../ui/SearchLink.tsx';
import '../../../ui/Pager.css';

/** Onward into the past, and back to the newest; nothing where all stands on one page. */
export function LogPager({ before, next }: { before: string | undefined; next: string | null | undefined }) {
  if (before === undefined && !next) return null;
  return (
    <nav className="pager" aria-label="翻页">
      <p className="pager-links">
        {before === undefined ? null : <SearchLink change={{ before: undefined }}>回到最新</SearchLink>}
        {next ? <SearchLink change={{ before: next }}>更早的</SearchLink> : null}
      </p>
    </nav>
  );
}
