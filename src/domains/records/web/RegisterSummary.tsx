export interface RegisterSummaryProps {
  /** How many fit the filters; undefined while they are read. */
  total: number | undefined;
  /** How many there are without filters. */
  all: number | undefined;
  word: string;
  filtered: boolean;
}

/** One sentence of how many records there are, and how many of them are shown. */
export function RegisterSummary({ total, all, word, filtered }: RegisterSummaryProps) {
  if (total === undefined) return <>正在读取…</>;
  if (!filtered) return <>您可查看的共 <b className="num">{total}</b> {word}，最近登记的在前</>;
  return (
    <>
      符合条件的 <b className="num">{total}</b> {word}
      {all === undefined ? null : <>，全部 <b className="num">{all}</b> {word}</>}
    </>
  );
}
