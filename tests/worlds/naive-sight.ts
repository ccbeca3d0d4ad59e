import type { Organisation, RandomActor, RandomRecord } from './organisation.ts';

const TODAY = '2025-11-20';

/** Who reads the records of its own units alone; everybody else in business reads all. */
const NEAR = ['park-officer', 'park-leader', 'township-officer'];
/** Who reads sealed records of others. */
const UNSEALING = ['commerce-bureau', 'city-leader', 'audit-observer'];
const WRITING = ['park-officer', 'township-officer', 'office-handler', 'talent-office', 'commerce-bureau'];

/** The units of somebody: told one by one until no more are found. Knows nothing of the platform's code. */
export function unitsOf({ units }: Organisation, { unit, also }: RandomActor): Set<string> {
  const own = new Set([unit, ...also]);
  for (let before = 0; before < own.size; ) {
    before = own.size;
    units.forEach(({ under, merged, enacted }, index) => {
      const went = enacted ?? merged;
      const isBelow = under !== undefined && own.has(under);
      const isMerged = went !== undefined && went.day <= TODAY && own.has(went.into);
      if (isBelow || isMerged) own.add(`u${index}`);
    });
  }
  return own;
}

export function isOwn(organisation: Organisation, actor: RandomActor, record: RandomRecord): boolean {
  const own = unitsOf(organisation, actor);
  return own.has(record.unit) || record.credited.some((it) => own.has(it));
}

export function sees(organisation: Organisation, actor: RandomActor, record: RandomRecord): boolean {
  const own = unitsOf(organisation, actor);
  if (isOwn(organisation, actor, record) || record.sharedWith.some((it) => own.has(it))) return true;
  if (NEAR.includes(actor.role)) return false;
  return record.seal !== 'stands' || UNSEALING.includes(actor.role);
}

/** The status of a correction. */
export function writes(organisation: Organisation, actor: RandomActor, record: RandomRecord): number {
  if (!WRITING.includes(actor.role)) return 403;
  if (!sees(organisation, actor, record)) return 404;
  if (!isOwn(organisation, actor, record)) return 403;
  return record.withdrawn ? 422 : 200;
}
