/** The id of a field's control, so that an error can lead to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}
