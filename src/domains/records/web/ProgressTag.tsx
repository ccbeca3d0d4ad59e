import { Tag, type TagProps } from '../../../ui/Tag.tsx';

const variants: Record<string, TagProps['variant']> = { advancing: 'pine', behind: 'ginkgo', shelved: 'ginkgo', lost: 'cinnabar', ended: 'ink' };

/** 推进, 滞后, 搁置, 流失, 终止. */
export function ProgressTag({ progress: { is, label } }: { progress: { is: string; label: string } }) {
  return <Tag variant={variants[is] ?? 'ink'} look="soft">{label}</Tag>;
}
