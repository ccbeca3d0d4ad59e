export const densities = [
  { id: 'standard', label: '标准' },
  { id: 'compact', label: '紧凑' },
  { id: 'large', label: '大字' },
] as const;

export type Density = (typeof densities)[number]['id'];

const stored = 'tandem-density';

export function readDensity(): Density {
  try {
    return densities.find((it) => it.id === localStorage.getItem(stored))?.id ?? 'standard';
  } catch {
    return 'standard';
  }
}

/** Sets the size of everything, now and the next time. */
export function showDensity(density: Density): void {
  document.documentElement.dataset['density'] = density;
  try {
    localStorage.setItem(stored, density);
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}
