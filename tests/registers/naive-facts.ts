import { amountOf, currencyOf } from './naive-checks.ts';
import { dayOf, textOf } from './naive-cells.ts';
import { cellOf, type Row } from './naive-rows.ts';
import { partnersOf, partsOf, WHOLE } from './naive-shares.ts';
import { unitNamed } from './units.ts';

/** Accepted rows as facts. A blank text or day is ''; a blank amount is null. Days are YYYY-MM-DD, amounts fen (cents). */

export interface Project {
  readonly id: string;
  readonly type: string;
  readonly talentLed: boolean;
  readonly talent: string;
  /** The share of each unit, the 责任单位's included; together `WHOLE`. */
  readonly credits: ReadonlyMap<string, bigint>;
  readonly investment: bigint;
  readonly currency: string;
  readonly paidIn: bigint | null;
  readonly formal: boolean;
  readonly signed: string;
  readonly registered: string;
  readonly started: string;
  readonly platform: string;
  readonly activity: string;
}

export interface Talent {
  readonly id: string;
  readonly degree: string;
  readonly fullTime: boolean;
  readonly founder: boolean;
  readonly employer: string;
  readonly landed: string;
  readonly platform: string;
  readonly plan: string;
  readonly level: string;
  readonly selected: string;
  readonly introducer: string;
  readonly introduced: string;
}

export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly hosts: ReadonlySet<string>;
  readonly held: string;
  readonly university: string;
}

export interface Investment {
  readonly investor: string;
  readonly privateMoney: boolean;
  readonly project: string;
  readonly amount: bigint;
  readonly arrived: string;
  readonly attracts: boolean;
}

export interface Agency {
  readonly known: boolean;
  readonly opened: string;
  readonly closed: string;
}

export interface Threshold {
  readonly amount: bigint;
  readonly from: string;
}

/** "Only rows certified (认定) count": for each sheet with a 认定状态, the rows that have it. */
export function isCertified(row: Row): boolean {
  return text(row, '认定状态') === '认定';
}

function text(row: Row, column: string): string {
  return textOf(cellOf(row, column));
}

function day(row: Row, column: string): string {
  return dayOf(cellOf(row, column)) ?? '';
}

export function projectOf(row: Row): Project {
  const credits = new Map<string, bigint>();
  let rest = WHOLE;
  for (const partner of partnersOf(cellOf(row, '协作单位'))) {
    const unit = unitNamed(partner.unit) ?? partner.unit;
    credits.set(unit, (credits.get(unit) ?? 0n) + partner.share);
    rest -= partner.share;
  }
  credits.set(unitNamed(text(row, '责任单位')) ?? '', rest);
  return {
    id: text(row, '项目编号'),
    type: text(row, '项目类型'),
    talentLed: text(row, '人才领办创办') === '是',
    talent: text(row, '人才编号'),
    credits,
    investment: amountOf(row, '计划总投资') ?? 0n,
    currency: currencyOf(row),
    paidIn: amountOf(row, '实缴资本（万元）') ?? null,
    formal: text(row, '协议类型') === '正式协议',
    signed: day(row, '签约日期'),
    registered: day(row, '注册日期'),
    started: day(row, '开工日期'),
    platform: text(row, '落户平台'),
    activity: text(row, '对接活动'),
  };
}

export function talentOf(row: Row): Talent {
  return {
    id: text(row, '人才编号'),
    degree: text(row, '学历'),
    fullTime: text(row, '引进方式') === '全职',
    founder: text(row, '人才类型') === '创业',
    employer: text(row, '用人单位'),
    landed: day(row, '落户日期'),
    platform: text(row, '落户平台'),
    plan: text(row, '入选计划'),
    level: text(row, '计划级别'),
    selected: day(row, '入选日期'),
    introducer: text(row, '引荐方'),
    introduced: day(row, '引荐登记日期'),
  };
}

export function activityOf(row: Row): Activity {
  const hosts = new Set<string>();
  for (const column of ['主办单位', '联办单位']) {
    for (const written of partsOf(cellOf(row, column))) hosts.add(unitNamed(written) ?? written);
  }
  return { id: text(row, '活动编号'), type: text(row, '类型'), hosts, held: day(row, '举办日期'), university: text(row, '高校院所') };
}

export function investmentOf(row: Row): Investment {
  return {
    investor: text(row, '投资方'),
    privateMoney: text(row, '资金性质') === '社会资本',
    project: text(row, '项目编号'),
    amount: amountOf(row, '实际投资额（万元）') ?? 0n,
    arrived: day(row, '到账日期'),
    attracts: text(row, '以投带引') === '是',
  };
}

export function agencyOf(row: Row): Agency {
  return { known: text(row, '国内知名') === '是', opened: day(row, '设点日期'), closed: day(row, '撤点日期') };
}

export function thresholdOf(row: Row): Threshold {
  return { amount: amountOf(row, '取值') ?? 0n, from: day(row, '生效日期') };
}
