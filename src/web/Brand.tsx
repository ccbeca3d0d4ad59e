import { BrandMark } from './BrandMark.tsx';
import './Brand.css';

/** The leaf and the name; `below` says whose platform it is. */
export function Brand({ below }: { below?: string }) {
  return (
    <p className="brand">
      <BrandMark className="brand-mark" />
      <span>
        <span className="brand-name">双招双引</span>
        {below ? <span className="brand-below">{below}</span> : null}
      </span>
    </p>
  );
}
