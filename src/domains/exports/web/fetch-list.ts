/** Where the file of a written list is. */
export function listAddress(id: string): string {
  return `/api/v1/exports/${id}/list.xlsx`;
}

/** Has the browser keep the file of a written list. */
export function fetchList(id: string): void {
  const link = document.createElement('a');
  link.href = listAddress(id);
  link.download = '';
  link.click();
}
