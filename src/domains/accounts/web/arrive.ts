/** An address inside the platform, or the start: what stands behind `from` may be anybody's. */
export function insidePath(from: string | undefined): string {
  return from !== undefined && /^\/(?![/\\])/.test(from) && !/^\/(login|setup|activate)\b/.test(from) ? from : '/';
}

/** Goes on as who one is now. Everything that was read as somebody else is forgotten with the page. */
export function arrive(from: string | undefined): void {
  location.replace(insidePath(from));
}
