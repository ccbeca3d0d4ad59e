import { joinRights } from '../base/rights.ts';
import { accountsRightLabels, accountsRights } from '../domains/accounts/rights.ts';
import { auditRightLabels, auditRights } from '../domains/audit/rights.ts';
import { awardsRightLabels, awardsRights } from '../domains/awards/rights.ts';
import { boardRightLabels, boardRights } from '../domains/board/rights.ts';
import { dayRightLabels, dayRights } from '../domains/day/rights.ts';
import { decisionsRightLabels, decisionsRights } from '../domains/decisions/rights.ts';
import { deskRightLabels, deskRights } from '../domains/desk/rights.ts';
import { exportsRightLabels, exportsRights } from '../domains/exports/rights.ts';
import { holdingsRightLabels, holdingsRights } from '../domains/holdings/rights.ts';
import { importsRightLabels, importsRights } from '../domains/imports/rights.ts';
import { integrationsRightLabels, integrationsRights } from '../domains/integrations/rights.ts';
import { personsRightLabels, personsRights } from '../domains/persons/rights.ts';
import { projectsRightLabels, projectsRights } from '../domains/projects/rights.ts';
import { recordsRightLabels, recordsRights } from '../domains/records/rights.ts';

/** All rights of the house. */
export const rights = joinRights(
  [accountsRights, boardRights, decisionsRights, recordsRights, projectsRights, deskRights, dayRights, personsRights, awardsRights, holdingsRights, importsRights, exportsRights, auditRights, integrationsRights],
  [accountsRightLabels, boardRightLabels, decisionsRightLabels, recordsRightLabels, projectsRightLabels, deskRightLabels, dayRightLabels, personsRightLabels, awardsRightLabels, holdingsRightLabels, importsRightLabels, exportsRightLabels, auditRightLabels, integrationsRightLabels],
);
