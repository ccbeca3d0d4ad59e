/** What is held of a human beside the name: its label, and its column of `person`. */
export const details = {
  phone: { label: '联系电话', column: 'phone' },
  idNumber: { label: '身份证件号码', column: 'id_number' },
  email: { label: '电子邮箱', column: 'email' },
} as const;
export type Detail = keyof typeof details;
export const detailIds = Object.keys(details) as Detail[];

/** What may be looked at in full, each with a reason. */
export const lookFields = ['name', 'phone', 'idNumber', 'email'] as const;
export type LookField = (typeof lookFields)[number];

/** What stands where a name was. */
export const ERASED = '已删除的个人';

/** `张*`, `138****1234`, `32*************123`, `z***@example.cn`; of what is too short for that, nothing. */
export function maskOf(field: LookField, text: string): string {
  if (text === '') return '';
  const letters = [...text];
  const kept = (start: number, end: number, stars: number): string => (letters.length <= start + end ? '*'.repeat(letters.length) : letters.slice(0, start).join('') + '*'.repeat(stars) + letters.slice(letters.length - end).join(''));
  if (field === 'phone') return kept(3, 4, letters.length - 7);
  if (field === 'idNumber') return kept(2, 3, letters.length - 5);
  if (field === 'email') return `${letters[0]!}***${text.slice(Math.max(0, text.lastIndexOf('@')))}`;
  return `${letters[0]!}*`;
}

/** Numbers of humans in a text: a mobile phone, an ID number with a day of birth in it, an e-mail address. */
const NUMBERS = [/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/u, /(?<![\dA-Z])\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dA-Z])/iu, /[\w.+-]+@[\w-]+\.[\w.]+/u];

/** Whether a text that is kept for good tells of a human by number, or by one of these names. */
export function tellsOfHuman(text: string, names: Iterable<string> = []): boolean {
  const plain = text.normalize('NFKC');
  if (NUMBERS.some((it) => it.test(plain))) return true;
  for (const name of names) if ([...name].length > 1 && plain.includes(name.normalize('NFKC'))) return true;
  return false;
}

/** What a look was at. */
export const lookLabels: Readonly<Record<LookField, string>> = { name: '姓名', phone: details.phone.label, idNumber: details.idNumber.label, email: details.email.label };

export const classLabels = { identity: '识别身份', contact: '联系方式', possibly: '可能是个人', trace: '工作痕迹' } as const;

/** A field that holds something of a human, with what the law asks to be said of it. */
export interface RegisteredField {
  /** A column (`person.phone`), or a field of the vocabulary (`talent.name`). */
  readonly place: string;
  readonly label: string;
  /** What it is: a name or number that identifies, a way to reach, a trace of work. */
  readonly class: keyof typeof classLabels;
  readonly purpose: string;
  readonly basis: string;
  /** In words; `days` is what the platform carries out by itself, counted from when it was last said. */
  readonly retention: string;
  readonly days: number | null;
}

const DUTY = '《个人信息保护法》第十三条第一款第三项：为履行法定职责所必需';
const ARCHIVE = '与所在台账的档案同期；本人申请或依法删除的除外';
const THREE_YEARS = { retention: '最后一次填写起三年，到期自动删除', days: 1096 };
const THIRTY_DAYS = { retention: '上传或导出起三十天，到期自动删除', days: null };

/** 个人信息目录: every place where something of a human is held. What is not here may not be held. */
export const personalRegister: readonly RegisteredField[] = [
  { place: 'person.name', label: '姓名', class: 'identity', purpose: '认定引进的人才、登记引荐人、辨认经办人', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'person.phone', label: details.phone.label, class: 'contact', purpose: '联系本人核实情况、通知兑现奖励', basis: DUTY, ...THREE_YEARS },
  { place: 'person.id_number', label: details.idNumber.label, class: 'identity', purpose: '核实本人身份，防止重复申报', basis: DUTY, ...THREE_YEARS },
  { place: 'person.email', label: details.email.label, class: 'contact', purpose: '联系本人核实情况', basis: DUTY, ...THREE_YEARS },
  { place: 'talent.name', label: '人才姓名', class: 'identity', purpose: '认定引进的人才，计入人才类任务', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'project.contact', label: '投资方联系人', class: 'identity', purpose: '联系投资方、推进项目', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'project.controller', label: '实际控制人', class: 'identity', purpose: '辨认同一投资方，防止重复报送', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'talent.introducer', label: '引荐方（可能是个人）', class: 'possibly', purpose: '认定引荐、兑现引荐奖励', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'holding_key.mac', label: '联系电话、实际控制人等的加密指纹', class: 'possibly', purpose: '实行首报首谈后辨认同一投资方或人才，防止重复报送', basis: DUTY, retention: '与所指的姓名、电话同期；更正或删除时一并更新', days: null },
  { place: 'account.login', label: '登录名', class: 'identity', purpose: '辨认操作人员', basis: DUTY, retention: '与操作日志同期', days: null },
  { place: 'audit.account_id', label: '操作记录', class: 'trace', purpose: '查明谁在何时办了什么、看了什么', basis: '《互联网政务应用安全管理规定》第二十条；《网络安全法》关于留存网络日志的规定', retention: '不少于四百天；认定与决定的与其档案同期', days: null },
  { place: 'file.content', label: '上传的台账、退回的行、导出的台账', class: 'identity', purpose: '导入台账、退回更正、按本单位格式导出', basis: DUTY, ...THIRTY_DAYS },
  { place: 'follow_up_photo.sha256', label: '跟进照片', class: 'identity', purpose: '留存走访、洽谈的情况', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'mention.account_id', label: '提醒谁看', class: 'trace', purpose: '请同事查看一条跟进', basis: DUTY, retention: ARCHIVE, days: null },
  { place: 'draft.body', label: '没有提交的草稿', class: 'possibly', purpose: '关掉页面后接着填写', basis: DUTY, retention: '最后一次保存起三十天，到期自动删除；提交后随即删除', days: null },
  { place: 'evidence.sha256', label: '佐证材料', class: 'identity', purpose: '证明登记的事实', basis: DUTY, retention: ARCHIVE, days: null },
];

/** What is registered of a human whom a field of a record names. @param own whether it is the record's own human, of whom more is held than a name */
export function registerOf(kind: string, field: string, own: boolean): RegisteredField[] {
  return personalRegister.filter((it) => it.place === `${kind}.${field}` || (own && it.place.startsWith('person.') && it.place !== 'person.name'));
}

/** Columns of `person` that are emptied by themselves, with after how many days. */
export function passingColumns(): { column: string; days: number }[] {
  return personalRegister.flatMap((it) => (it.place.startsWith('person.') && it.days !== null ? [{ column: it.place.slice('person.'.length), days: it.days }] : []));
}
