import { encode } from 'uqr';
import './SeedCode.css';

/** A QR code for an authenticator app, drawn in the page; the seed to be typed stands below it. */
export function SeedCode({ uri, secret }: { uri: string; secret: string }) {
  const { data, size } = encode(uri, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <figure className="seed-code">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="动态验证码的二维码" shapeRendering="crispEdges">
        <rect width={size} height={size} className="seed-code-paper" />
        <path d={path} className="seed-code-ink" />
      </svg>
      <figcaption>
        扫不了码时，在应用里手工输入密钥：<code>{secret.match(/.{1,4}/g)!.join(' ')}</code>
      </figcaption>
    </figure>
  );
}
