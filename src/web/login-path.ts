/** The log-in's address, with where to go afterwards. @param from an address inside the platform */
export function loginPath(from: string): string {
  return from === '/' || from.startsWith('/login') ? '/login' : `/login?from=${encodeURIComponent(from)}`;
}
