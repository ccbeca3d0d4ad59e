/** What a lead is recognised by, and what people type to ask. */
export const askedFields = ['name', 'code', 'phone', 'controller', 'content'] as const;
export type AskedField = (typeof askedFields)[number];
export const askedLabels: Readonly<Record<AskedField, string>> = { name: '投资方或企业名称', code: '统一社会信用代码', phone: '联系电话', controller: '实际控制人', content: '建设内容' };

export const holdingActs = ['contacted', 'held', 'explained', 'released', 'transferred', 'shared'] as const;
export type HoldingAct = (typeof holdingActs)[number];
export const holdingActLabels: Readonly<Record<HoldingAct, string>> = { contacted: '有效接触', held: '优先洽谈', explained: '认定为另一项目', released: '释放', transferred: '移交', shared: '共享' };

/** What units ask of each other; an explanation is asked of the commerce bureau. */
export const offerKinds = ['transfer', 'share'] as const;
export const offerLabels: Readonly<Record<(typeof offerKinds)[number], string>> = { transfer: '移交', share: '共同推进' };

/** The parameters under which it stands; open, nothing of it holds. */
export const PARAMETERS = { on: 'first-report.on', minimum: 'first-report.minimum', contacts: 'first-report.contacts', days: 'first-report.days' } as const;

/** So many questions in so many minutes of one account, and no more: who tries names at random learns little. */
export const CHECKS = 20;
export const CHECK_MINUTES = 10;
/** No answer comes sooner, whatever it says, in milliseconds. */
export const CHECK_FLOOR = 400;
/** All that is said to who would enter what another unit holds; `{office}` is whom to ask. */
export const HELD = '已有单位在谈，请与{office}联系。';
