import { Tag, type TagProps } from '../../../ui/Tag.tsx';

const variants: Record<string, TagProps['variant']> = {
  declared: 'ginkgo',
  verified: 'teal',
  certified: 'pine',
  'certified-upstream': 'pine',
  returned: 'cinnabar',
  appealed: 'cinnabar',
};

/** How a record or one of its milestones stands. */
export function StateTag({ state, label }: { state: string; label: string }) {
  return <Tag variant={variants[state] ?? 'ink'}>{label}</Tag>;
}
