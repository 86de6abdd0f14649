/** Parts of Salesforce that an org may have switched on; they add fields to standard objects. */
export interface OrgFeatures {
    readonly personAccounts: boolean;
    readonly multiCurrency: boolean;
    readonly divisions: boolean;
    readonly statePicklists: boolean;
}

export const PLAIN_ORG: OrgFeatures = {
    personAccounts: false,
    multiCurrency: false,
    divisions: false,
    statePicklists: false
};

const PERSON_FIELDS =
    /^(?:IsPersonAccount|Person[A-Z].*|FirstName|LastName|MiddleName|Suffix|Salutation)$/;

/**
 * True when an org with these features has the field. The platform's Apex types list the fields of
 * every feature at once.
 */
export function hasField(objectName: string, fieldName: string, features: OrgFeatures): boolean {
    if (fieldName === 'IsPersonAccount' || (objectName === 'Account' && isPersonField(fieldName))) {
        return features.personAccounts;
    }
    if (fieldName === 'CurrencyIsoCode') {
        return features.multiCurrency;
    }
    if (fieldName === 'Division' && !['Organization', 'User'].includes(objectName)) {
        return features.divisions;
    }
    return /(?:State|Country)Code$/.test(fieldName) ? features.statePicklists : true;
}

function isPersonField(name: string): boolean {
    return PERSON_FIELDS.test(name);
}
