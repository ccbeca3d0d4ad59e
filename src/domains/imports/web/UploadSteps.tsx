const steps = [
  ['先预览', '逐行核对，不改动任何数据。有错的行单独列出，写明该怎么改。'],
  ['再确认', '没有错的行写入台账，只到“申报”；认定由主管部门另行作出。'],
  ['退回的行改好再传', '下载退回的行，表格原样，旁边写着原因，改完直接上传。'],
] as const;

/** What happens to a register that is handed in. */
export function UploadSteps() {
  return (
    <ol className="upload-steps">
      {steps.map(([title, text]) => (
        <li key={title}>
          <b>{title}</b>
          {text}
        </li>
      ))}
    </ol>
  );
}
