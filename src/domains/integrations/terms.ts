import { actionLabels } from '../audit/terms.ts';

/** The one role whose accounts act by tokens, and never log in. */
export const INTEGRATION = 'integration';
/** A token begins so, that scanners of leaked secrets know it. */
export const TOKEN_PREFIX = 'tandem_';
/** A token is good for so many days at most. */
export const TOKEN_DAYS = 365;

/** The acts that other systems may be told of, by their names in the audit. None of them names a person but where one was erased. */
export const topics = [
  'records:verify', 'records:certify', 'records:certify-upstream', 'records:return', 'records:not-count', 'records:appeal', 'records:correct', 'records:transfer',
  'records:add-evidence', 'imports:make', 'imports:take-over', 'decisions:approve', 'freezes:make', 'units:merge', 'persons:erase',
] as const;
export type Topic = (typeof topics)[number];

/** @returns what people call a topic */
export function topicLabel(topic: string): string {
  return actionLabels[topic] ?? topic;
}

/** Seconds until a message that failed is tried again; after the last of them the webhook is paused, about a day after the first try. */
export const RETRY_SECONDS = [5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000] as const;
/** What was delivered or skipped is kept for so many days. */
export const KEPT_DAYS = 30;
/** Deliveries that the page shows. */
export const SHOWN_MESSAGES = 50;
