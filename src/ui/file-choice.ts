/** `12 字节`, `34.5 KB`, `2.1 MB` */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${trim(kilo)} KB` : `${trim(kilo / 1024)} MB`;
}

const trim = (value: number) => value.toFixed(1).replace(/\.0$/, '');

/**
 * Why a file cannot be taken, or undefined where it can. What is dropped does not pass the browser's own choice.
 * @param accept endings as in `accept`: `.xlsx,.csv`; empty takes everything
 */
export function fileRefusal(file: { name: string; size: number }, accept: string, maxMegabytes: number): string | undefined {
  const endings = accept.split(',').map((it) => it.trim().toLowerCase()).filter((it) => it.startsWith('.'));
  const name = file.name.toLowerCase();
  if (endings.length > 0 && !endings.some((it) => name.endsWith(it))) return `「${file.name}」不是${endings.map((it) => it.slice(1)).join('、')}文件。`;
  if (file.size > maxMegabytes * 1024 * 1024) return `「${file.name}」有 ${fileSize(file.size)}，超过 ${maxMegabytes} MB。`;
  if (file.size === 0) return `「${file.name}」是空文件。`;
  return undefined;
}
