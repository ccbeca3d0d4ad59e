import { fileSize } from '../../../ui/file-choice.ts';
import type { Evidence } from './shapes.ts';

/** A scan stands here itself; what a browser cannot show is downloaded. */
export function EvidenceFile({ evidence: { id, name, kind, size } }: { evidence: Evidence }) {
  const address = `/api/v1/evidence/${id}`;
  const type = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (
    <figure className="desk-file">
      {type === 'pdf' ? <iframe title={`${kind}：${name}`} src={`${address}?view=1#navpanes=0`} /> : null}
      {['jpg', 'jpeg', 'png'].includes(type) ? <img src={`${address}?view=1`} alt={`${kind}：${name}`} /> : null}
      <figcaption>
        <a href={address} download={name}>下载 {name}</a>
        <span className="num">{fileSize(size)}</span>
      </figcaption>
    </figure>
  );
}
