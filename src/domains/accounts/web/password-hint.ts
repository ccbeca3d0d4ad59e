/** What a new password must be like, in words. */
export function passwordHint({ length, classes }: { length: number; classes: number }): string {
  const kinds = classes > 1 ? `大写字母、小写字母、数字、其他字符（汉字也算）至少 ${classes} 种，` : '';
  return `至少 ${length} 个字符，${kinds}不要用单位名、地名或登录名。`;
}
