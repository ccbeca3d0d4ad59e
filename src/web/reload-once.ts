const stored = 'tandem-reloaded';

/** A page's part that is gone after an upgrade is fetched by loading the whole again; at most once in ten seconds. */
export function reloadOnce(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(stored) ?? 0);
    if (Date.now() - last < 10_000) return;
    event.preventDefault();
    sessionStorage.setItem(stored, String(Date.now()));
    location.reload();
  });
}
