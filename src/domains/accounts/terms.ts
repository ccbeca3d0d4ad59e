/** Who one is at work. An account holds one at a time, granted by the security administrator. */
export const roles = [
  'park-officer', 'park-leader', 'township-officer', 'office-handler', 'office-leader', 'talent-office', 'commerce-bureau', 'finance', 'assessment-office',
  'city-leader', 'audit-observer', 'system-admin', 'security-admin', 'audit-admin', 'integration',
] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  'park-officer': '园区经办人',
  'park-leader': '园区负责人',
  'township-officer': '乡镇（街道）经办人',
  'office-handler': '部门经办人',
  'office-leader': '部门负责人',
  'talent-office': '人才办',
  'commerce-bureau': '商务局',
  finance: '财政局',
  'assessment-office': '考核办',
  'city-leader': '市领导',
  'audit-observer': '监督审计',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
  integration: '系统对接',
};

/** 三员: they exclude each other, and none of them has a right over business. */
export const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

/** An account that holds no grant, or none any more: it may log in and do nothing. */
export const NO_ROLE = 'none';

/** A set of rules for passwords and sessions; the security administrator chooses which is in force. */
export const profileIds = ['dengbao-3', 'asvs'] as const;
export type ProfileId = (typeof profileIds)[number];
/** In force until somebody chooses. */
export const FIRST_PROFILE: ProfileId = 'dengbao-3';

export interface SecurityProfile {
  readonly label: string;
  /** Characters that a password has at least. */
  readonly passwordLength: number;
  /** Of upper case, lower case, digits and everything else, so many must be there. */
  readonly classes: number;
  /** After so many days a password must be changed; null: never. */
  readonly passwordDays: number | null;
  /** So many days before that it is told. */
  readonly noticeDays: number;
  /** So many minutes unused end a session. */
  readonly idleMinutes: { readonly administrator: number; readonly staff: number };
  /** So many hours end a session, used or not. */
  readonly sessionHours: number;
  /** Codes of an authenticator app count so many steps (of 30 s) early or late. */
  readonly codeSteps: number;
}

/** `dengbao-3`: GB/T 22239 level 3, as it is usually read; `asvs`: OWASP ASVS 5.0, which forbids composition and rotation. */
export const profiles: Readonly<Record<ProfileId, SecurityProfile>> = {
  'dengbao-3': { label: '等保三级', passwordLength: 12, classes: 3, passwordDays: 90, noticeDays: 7, idleMinutes: { administrator: 15, staff: 30 }, sessionHours: 12, codeSteps: 1 },
  asvs: { label: 'OWASP ASVS 5.0', passwordLength: 15, classes: 1, passwordDays: null, noticeDays: 0, idleMinutes: { administrator: 15, staff: 30 }, sessionHours: 12, codeSteps: 0 },
};

/** None of so many last passwords is set again. */
export const REMEMBERED_PASSWORDS = 5;
/** Passwords may be no longer than this, so that hashing one costs no more than a moment. */
export const PASSWORD_MOST = 200;
export const COOKIE = 'tandem_session';
/** A session that is used is marked so at most this often, and ends so much earlier at most. */
export const SESSION_SEEN_SECONDS = 1;
/** A second factor counts for sensitive acts for so many minutes. */
export const PROOF_MINUTES = 5;
/** An account that nobody signed in to for so many days is closed. */
export const STALE_DAYS = 90;

/** So many failed log-ins within `LOGIN_MINUTES` close the login name for as long again, whether it exists or not. */
export const LOGIN_FAILURES = 5;
export const LOGIN_MINUTES = 15;
/** So many failed log-ins within `LOGIN_MINUTES` from one address make that address wait. */
export const SOURCE_FAILURES = 30;

/** The one-time code of the first start is good for so many hours. */
export const SETUP_HOURS = 24;
/** The one-time code of a new or reset account: over a weekend. */
export const ACTIVATION_HOURS = 72;
