/** The columns of each register, as registers.md ("Layout") lists them. Bold there is `filled` here. */

type Kind = 'text' | 'day' | 'amount' | 'credit code' | 'unit' | 'units' | 'partners';

export interface Column {
  readonly name: string;
  readonly kind: Kind;
  /** A bold column: must be filled. */
  readonly filled: boolean;
  /** The only values that a filled cell may hold. */
  readonly list?: readonly string[];
  /** The sheet in whose first bold column the value must stand. */
  readonly refersTo?: string;
}

export interface Layout {
  readonly sheet: string;
  /** The number of the record, or its name for platforms and agencies; none for 口径. */
  readonly id?: string;
  readonly columns: readonly Column[];
}

type More = Omit<Partial<Column>, 'name' | 'kind'>;

function column(name: string, kind: Kind = 'text', more: More = {}): Column {
  return { name, kind, filled: false, ...more };
}

function filled(name: string, kind: Kind = 'text', more: More = {}): Column {
  return column(name, kind, { ...more, filled: true });
}

/**
 * Only 人才领办创办 has its list (是/否) written down; 团队, 以投带引, 国内知名 and 高端研发平台 have none there.
 * The sample holds nothing but 是 and 否 in them, so they are read with the same list. The same for 币种.
 */
const YES_NO = ['是', '否'];
const CURRENCIES = ['人民币', '美元'];
/** Written at the first sheet; the other sheets name the column without a list, and the sample shows the same four. */
const STATUS = filled('认定状态', 'text', { list: ['申报', '初核', '认定', '退回'] });

const PROJECT_TYPES = ['产业项目', '人才创业项目', '人才产业化项目'];
const LEVELS = ['国家级', '省级', '泰州市级', '泰兴市级'];
const ACTIVITY_TYPES = ['项目路演', '人才资本对接', '产学研对接', '创新创业大赛', '招商推介', '专题培训', '百日赛', '联席会议'];

/** In an order in which every sheet comes after those that it refers to. */
export const LAYOUTS: readonly Layout[] = [
  {
    sheet: '平台台账',
    id: '平台名称',
    columns: [
      column('序号'), filled('平台名称'), column('类型'), filled('所属园区', 'unit'), column('产业'),
      column('高端研发平台', 'text', { list: YES_NO }), STATUS,
    ],
  },
  {
    sheet: '活动台账',
    id: '活动编号',
    columns: [
      column('序号'), filled('活动编号'), column('活动名称'), filled('类型', 'text', { list: ACTIVITY_TYPES }),
      filled('主办单位', 'units'), column('联办单位', 'units'), filled('举办日期', 'day'), column('形式'), column('高校院所'), STATUS,
    ],
  },
  {
    sheet: '人才台账',
    id: '人才编号',
    columns: [
      column('序号'), filled('人才编号'), filled('姓名'), column('学历', 'text', { list: ['博士', '硕士', '本科'] }),
      column('引进方式', 'text', { list: ['全职', '柔性'] }), column('人才类型', 'text', { list: ['创业', '创新', '技能'] }),
      column('团队', 'text', { list: YES_NO }), column('用人单位'), filled('所属园区', 'unit'), filled('落户日期', 'day'),
      column('落户平台', 'text', { refersTo: '平台台账' }), column('入选计划'), column('计划级别', 'text', { list: LEVELS }),
      column('入选日期', 'day'), column('引荐方'), column('引荐登记日期', 'day'), STATUS,
    ],
  },
  {
    sheet: '项目台账',
    id: '项目编号',
    columns: [
      column('序号'), filled('项目编号'), filled('项目名称'), column('投资方'), column('统一社会信用代码', 'credit code'),
      filled('责任单位', 'unit'), column('协作单位', 'partners'), filled('项目类型', 'text', { list: PROJECT_TYPES }),
      column('人才领办创办', 'text', { list: YES_NO }), column('人才编号', 'text', { refersTo: '人才台账' }), column('产业链'),
      filled('计划总投资', 'amount'), column('币种', 'text', { list: CURRENCIES }), column('实缴资本（万元）', 'amount'),
      filled('协议类型', 'text', { list: ['正式协议', '框架协议'] }), column('签约日期', 'day'), column('注册日期', 'day'),
      column('开工日期', 'day'), column('投产日期', 'day'), column('落户平台', 'text', { refersTo: '平台台账' }),
      column('对接活动', 'text', { refersTo: '活动台账' }), STATUS,
    ],
  },
  {
    sheet: '投资台账',
    id: '投资编号',
    columns: [
      column('序号'), filled('投资编号'), filled('投资方'), column('资金性质', 'text', { list: ['社会资本', '财政资金'] }),
      filled('项目编号', 'text', { refersTo: '项目台账' }), filled('实际投资额（万元）', 'amount'), filled('到账日期', 'day'),
      column('以投带引', 'text', { list: YES_NO }), STATUS,
    ],
  },
  {
    sheet: '中介机构',
    id: '机构名称',
    columns: [
      column('序号'), filled('机构名称'), column('国内知名', 'text', { list: YES_NO }),
      column('设点日期', 'day'), column('撤点日期', 'day'),
    ],
  },
  { sheet: '口径', columns: [column('参数'), column('取值', 'amount'), column('生效日期', 'day')] },
];
