import { leaf, stem, veins } from './ginkgo-leaf.ts';

interface BrandMarkProps {
  className?: string;
  /** Where it is large enough for its veins. */
  large?: boolean;
}

/** The local mark: a ginkgo leaf. */
export function BrandMark({ className, large }: BrandMarkProps) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" strokeLinecap="round">
      <path fill="#d99a1c" d={leaf} />
      <path stroke="#d99a1c" strokeWidth="1.3" d={stem} />
      {large ? <path stroke="#f5f4ee" strokeWidth=".1" d={veins} /> : null}
    </svg>
  );
}
