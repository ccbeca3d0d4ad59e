export type Tone = 'pine' | 'ginkgo' | 'cinnabar' | 'teal';

/**
 * How a share done stands to the share of time gone: at or above it is on track, at four fifths of it is slow, below
 * that is late. Both are shares of one; without a pace there is no judgement.
 */
export function paceTone(share: number, pace: number | undefined): Tone {
  if (pace === undefined) return 'teal';
  if (share >= Math.min(pace, 1)) return 'pine';
  return share >= pace * 0.8 ? 'ginkgo' : 'cinnabar';
}
