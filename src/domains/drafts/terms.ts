/** For how many days what was typed and not sent is kept. */
export const DRAFT_DAYS = 30;
