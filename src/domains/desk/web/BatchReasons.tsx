/** What cannot be done, each with its reason; those with the same reason together. */
export function BatchReasons({ list }: { list: readonly { name: string; why: string }[] }) {
  const grouped = Map.groupBy(list, (it) => it.why);
  return (
    <ul className="desk-reasons">
      {[...grouped].map(([why, those]) => (
        <li key={why}>
          <p>{why}</p>
          <p className="quiet">{those.map((it) => it.name).join('、')}</p>
        </li>
      ))}
    </ul>
  );
}
