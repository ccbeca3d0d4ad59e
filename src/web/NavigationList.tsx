import { useQuery } from '@tanstack/react-query';
import { useMay } from '../ui/session.ts';
import { NavigationLink } from './NavigationLink.tsx';
import { countsQuery } from './session-query.ts';
import { useOpenGroups } from './use-open-groups.ts';
import './NavigationList.css';

/** All places by their groups, with what waits at each; in the sidebar, and under 更多 on a phone. */
export function NavigationList({ onOpen }: { onOpen?: () => void }) {
  const groups = useOpenGroups();
  const { data: counts } = useQuery({ ...countsQuery, enabled: useMay('records:read') });
  return (
    <nav aria-label="主导航">
      {groups.map((group) => (
        <section key={group.title} className="nav-group">
          <h2>{group.title}</h2>
          <ul>
            {group.entries.map((it) => {
              const count = counts?.get(it.path);
              return (
                <li key={it.path}>
                  <NavigationLink path={it.path} className="nav-link" onClick={onOpen}>
                    {it.label}
                    {count === undefined ? null : <span className="nav-count">{count}</span>}
                  </NavigationLink>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
