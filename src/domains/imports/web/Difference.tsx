import './Difference.css';

/** One value before and after. */
export function Difference({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <li className="difference">
      <span className="difference-label">{label}</span>
      <span className="visually-hidden">原为</span>
      {before ? <del>{before}</del> : <span className="quiet">未填</span>}
      <span aria-hidden="true"> → </span>
      <span className="visually-hidden">改为</span>
      {after ? <ins>{after}</ins> : <span className="late">清空</span>}
    </li>
  );
}
