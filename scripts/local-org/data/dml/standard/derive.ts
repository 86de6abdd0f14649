import type { WorkRow, Save } from '../work.ts';
import { deriveCase, deriveTask } from './activityAndCase.ts';
import { deriveAttachment, deriveContentVersion } from './content.ts';
import { deriveLineItem, deriveOpportunity } from './opportunity.ts';
import { derivePersonName, deriveUser } from './person.ts';
import { deriveGroup, deriveSetupAccess } from './setup.ts';

type Derivation = (row: WorkRow, save: Save) => void;

const DERIVATIONS: Readonly<Record<string, Derivation>> = {
    Attachment: deriveAttachment,
    Case: deriveCase,
    Contact: derivePersonName,
    ContentVersion: deriveContentVersion,
    Group: deriveGroup,
    Individual: derivePersonName,
    Lead: derivePersonName,
    Opportunity: deriveOpportunity,
    OpportunityLineItem: deriveLineItem,
    SetupEntityAccess: deriveSetupAccess,
    Task: deriveTask,
    User: deriveUser
};

/** Fields of standard objects that the platform works out from others. */
export function deriveFields(rows: readonly WorkRow[], save: Save): void {
    for (const row of rows) {
        DERIVATIONS[row.object.name]?.(row, save);
    }
}
