/** The page layout that an object has before anyone changes it. */
export interface StandardLayout {
    readonly compact: readonly string[];
    /** Two columns each. */
    readonly sections: readonly {
        readonly label: string;
        readonly columns: readonly [readonly string[], readonly string[]];
    }[];
    readonly related: readonly {
        readonly relationshipName: string;
        readonly label: string;
        readonly fields: readonly string[];
    }[];
    /** Columns of its list views. */
    readonly list: readonly string[];
}

const OPPORTUNITIES = {
    relationshipName: 'Opportunities',
    label: 'Opportunities',
    fields: ['Name', 'StageName', 'Amount', 'CloseDate']
};

const CASES = {
    relationshipName: 'Cases',
    label: 'Cases',
    fields: ['CaseNumber', 'Subject', 'Priority', 'Status']
};

const ADDRESS = (kind: string): readonly string[] =>
    ['Street', 'City', 'State', 'PostalCode', 'Country'].map((part) => `${kind}${part}`);

/** Of the objects that a ticket may stand beside. */
export const STANDARD_LAYOUTS: Readonly<Record<string, StandardLayout>> = {
    Account: {
        compact: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
        sections: [
            {
                label: 'Account Information',
                columns: [
                    ['OwnerId', 'Name', 'ParentId', 'Phone', 'Website'],
                    ['Rating', 'Type', 'Industry', 'NumberOfEmployees', 'AnnualRevenue']
                ]
            },
            {
                label: 'Address Information',
                columns: [ADDRESS('Billing'), ADDRESS('Shipping')]
            },
            { label: 'Description Information', columns: [['Description'], []] }
        ],
        related: [
            {
                relationshipName: 'Contacts',
                label: 'Contacts',
                fields: ['Name', 'Title', 'Email', 'Phone']
            },
            OPPORTUNITIES,
            CASES
        ],
        list: ['Name', 'BillingCity', 'BillingCountry', 'Phone', 'Type', 'OwnerId']
    },
    Contact: {
        compact: ['Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
        sections: [
            {
                label: 'Contact Information',
                columns: [
                    ['OwnerId', 'Name', 'AccountId', 'Title', 'Department'],
                    ['Phone', 'MobilePhone', 'Email', 'ReportsToId', 'LeadSource']
                ]
            },
            { label: 'Address Information', columns: [ADDRESS('Mailing'), ADDRESS('Other')] },
            { label: 'Description Information', columns: [['Description'], []] }
        ],
        related: [OPPORTUNITIES, CASES],
        list: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'OwnerId']
    },
    Lead: {
        compact: ['Title', 'Company', 'Phone', 'Email'],
        sections: [
            {
                label: 'Lead Information',
                columns: [
                    ['OwnerId', 'Name', 'Company', 'Title', 'LeadSource'],
                    ['Phone', 'MobilePhone', 'Email', 'Status', 'Rating']
                ]
            },
            {
                label: 'Address Information',
                columns: [
                    ['Street', 'City', 'State'],
                    ['PostalCode', 'Country', 'Website']
                ]
            },
            { label: 'Description Information', columns: [['Description'], []] }
        ],
        related: [],
        list: ['Name', 'Company', 'Email', 'Phone', 'Status', 'OwnerId']
    },
    Opportunity: {
        compact: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'],
        sections: [
            {
                label: 'Opportunity Information',
                columns: [
                    ['OwnerId', 'Name', 'AccountId', 'Type', 'LeadSource'],
                    ['Amount', 'CloseDate', 'NextStep', 'StageName', 'Probability']
                ]
            },
            { label: 'Description Information', columns: [['Description'], []] }
        ],
        related: [],
        list: ['Name', 'AccountId', 'StageName', 'CloseDate', 'Amount', 'OwnerId']
    },
    Case: {
        compact: ['Priority', 'Status', 'CaseNumber', 'OwnerId'],
        sections: [
            {
                label: 'Case Information',
                columns: [
                    ['OwnerId', 'CaseNumber', 'ContactId', 'AccountId', 'Origin'],
                    ['Status', 'Priority', 'Type', 'Reason', 'CreatedDate']
                ]
            },
            { label: 'Description Information', columns: [['Subject', 'Description'], []] }
        ],
        related: [],
        list: ['CaseNumber', 'ContactId', 'Subject', 'Status', 'Priority', 'OwnerId']
    }
};
