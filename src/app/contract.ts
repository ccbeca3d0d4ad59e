import { accountsContract } from '../domains/accounts/contract.ts';
import { awardsContract } from '../domains/awards/contract.ts';
import { boardContract } from '../domains/board/contract.ts';
import { importsContract } from '../domains/imports/contract.ts';
import { recordsContract } from '../domains/records/contract.ts';

/** The one surface: what the web, the command and other systems can ask for. */
export const contract = { accounts: accountsContract, board: boardContract, records: recordsContract, awards: awardsContract, imports: importsContract };
export type Contract = typeof contract;
