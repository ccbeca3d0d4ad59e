import { joinRights } from '../base/rights.ts';
import { accountsRights } from '../domains/accounts/rights.ts';
import { awardsRights } from '../domains/awards/rights.ts';
import { boardRights } from '../domains/board/rights.ts';
import { importsRights } from '../domains/imports/rights.ts';
import { recordsRights } from '../domains/records/rights.ts';

/** All rights of the house. */
export const rights = joinRights([accountsRights, boardRights, recordsRights, awardsRights, importsRights]);
