/** Roles of the first cut; a township's officer is a unit officer like a park's. */
export const roles = ['unit-officer', 'office-handler', 'talent-office', 'city-leader'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  'unit-officer': '园区（乡镇）经办人',
  'office-handler': '部门经办人',
  'talent-office': '人才办',
  'city-leader': '市领导',
};

/** Passwords have at least this many characters. */
export const PASSWORD_LENGTH = 12;
/** A session ends after this many hours, used or not; and after `SESSION_IDLE_MINUTES` unused. */
export const SESSION_HOURS = 12;
export const SESSION_IDLE_MINUTES = 60;
export const COOKIE = 'tandem_session';
/** A session that is used is marked so at most this often; it may end so much earlier than `SESSION_IDLE_MINUTES` say. */
export const SESSION_SEEN_SECONDS = 30;

/** So many failed log-ins within `LOGIN_MINUTES` close the login name for as long again, whether it exists or not. */
export const LOGIN_FAILURES = 5;
export const LOGIN_MINUTES = 15;

/** The one-time code of the first start is good for so many hours. */
export const SETUP_HOURS = 24;
