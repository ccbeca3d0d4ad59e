import { accountsContract } from '../domains/accounts/contract.ts';
import { auditContract } from '../domains/audit/contract.ts';
import { awardsContract } from '../domains/awards/contract.ts';
import { boardContract } from '../domains/board/contract.ts';
import { dayContract } from '../domains/day/contract.ts';
import { decisionsContract } from '../domains/decisions/contract.ts';
import { deskContract } from '../domains/desk/contract.ts';
import { exportsContract } from '../domains/exports/contract.ts';
import { holdingsContract } from '../domains/holdings/contract.ts';
import { importsContract } from '../domains/imports/contract.ts';
import { integrationsContract } from '../domains/integrations/contract.ts';
import { draftsContract } from '../domains/drafts/contract.ts';
import { personsContract } from '../domains/persons/contract.ts';
import { projectsContract } from '../domains/projects/contract.ts';
import { recordsContract } from '../domains/records/contract.ts';

/** The one surface: what the web, the command and other systems can ask for. */
export const contract = { accounts: accountsContract, board: boardContract, decisions: decisionsContract, records: recordsContract, projects: projectsContract, drafts: draftsContract, desk: deskContract, day: dayContract, persons: personsContract, awards: awardsContract, holdings: holdingsContract, imports: importsContract, exports: exportsContract, audit: auditContract, integrations: integrationsContract };
export type Contract = typeof contract;
