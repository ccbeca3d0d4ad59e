import { type ComponentType, lazy, Suspense } from 'react';

/**
 * A dialog or drawer that is fetched when it is first opened, so that a list does without its forms:
 * `onDemand(() => import('./GrantDialog.tsx').then((it) => it.GrantDialog))`.
 */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return function OnDemand(props: Props) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
