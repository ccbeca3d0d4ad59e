/** The ginkgo leaf: two lobes, a notch, a stem. The paths stand in `public/ginkgo.svg` too. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="#d99a1c"
        d="M15.2 20.4C9.6 19.8 4.4 17 1.6 12.2c.5-1 1.2-1.5 2.2-1.8-.1-1 .3-1.9 1.2-2.7.9-.5 1.7-.5 2.5-.2.3-1.1 1-1.9 2.1-2.2 1-.2 1.8.1 2.5.7.5-.7 1.2-1.1 2.2-1.1.7 1.9 1.2 4.1 1.7 6.7.5-2.6 1-4.8 1.7-6.7 1 0 1.7.4 2.2 1.1.7-.6 1.5-.9 2.5-.7 1.1.3 1.8 1.1 2.1 2.2.8-.3 1.6-.3 2.5.2.9.8 1.3 1.7 1.2 2.7 1 .3 1.7.8 2.2 1.8-2.8 4.8-8 7.6-13.6 8.2z"
      />
      <path fill="none" stroke="#d99a1c" strokeWidth="1.7" strokeLinecap="round" d="M16 19.6c0 3.4-.1 6-1.2 9.2" />
      <path
        fill="none"
        stroke="#f5f4ee"
        strokeWidth=".7"
        strokeLinecap="round"
        opacity=".75"
        d="M14.6 18.4C11.2 17 8 14.6 6 11.6M15.2 17.6c-2.3-2.4-4-5.2-5-8.4M17.4 18.4c3.4-1.4 6.6-3.8 8.6-6.8M16.8 17.6c2.3-2.4 4-5.2 5-8.4"
      />
    </svg>
  );
}
