import {
    address,
    SALUTATION,
    cascading,
    longText,
    lookup,
    personName,
    picklist,
    readOnly,
    required,
    text,
    typed,
    type StandardOverlays
} from './traits.ts';

const INDUSTRIES = [
    'Agriculture',
    'Apparel',
    'Banking',
    'Biotechnology',
    'Chemicals',
    'Communications',
    'Construction',
    'Consulting',
    'Education',
    'Electronics',
    'Energy',
    'Engineering',
    'Entertainment',
    'Environmental',
    'Finance',
    'Food & Beverage',
    'Government',
    'Healthcare',
    'Hospitality',
    'Insurance',
    'Machinery',
    'Manufacturing',
    'Media',
    'Not For Profit',
    'Recreation',
    'Retail',
    'Shipping',
    'Technology',
    'Telecommunications',
    'Transportation',
    'Utilities',
    'Other'
];

const LEAD_SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];
const RATINGS = ['Hot', 'Warm', 'Cold'];

/** Accounts, people and deals. */
export const SALES: StandardOverlays = {
    Account: {
        keyPrefix: '001',
        sharingModel: 'ReadWrite',
        fields: {
            Name: required(text(255, { label: 'Account Name', nameField: true })),
            ParentId: lookup('Account', 'ChildAccounts', { label: 'Parent Account ID' }),
            OwnerId: lookup('User'),
            MasterRecordId: readOnly(lookup('Account')),
            Type: picklist(
                'Prospect',
                'Customer - Direct',
                'Customer - Channel',
                'Channel Partner / Reseller',
                'Installation Partner',
                'Technology Partner',
                'Other'
            ),
            Industry: picklist(...INDUSTRIES),
            Ownership: picklist('Public', 'Private', 'Subsidiary', 'Other'),
            Rating: picklist(...RATINGS),
            AccountSource: picklist(...LEAD_SOURCES),
            AccountNumber: text(40),
            Site: text(80),
            Sic: text(20),
            SicDesc: text(80),
            TickerSymbol: text(20),
            AnnualRevenue: typed('currency', { precision: 18, scale: 0 }),
            NumberOfEmployees: typed('integer', { precision: 8, label: 'Employees' }),
            Description: longText(32000),
            ...address('Billing'),
            ...address('Shipping')
        }
    },
    Contact: {
        keyPrefix: '003',
        sharingModel: 'ControlledByParent',
        fields: {
            ...personName(80),
            Salutation: SALUTATION,
            AccountId: lookup('Account', 'Contacts', cascading),
            OwnerId: lookup('User'),
            ReportsToId: lookup('Contact', 'ReportsToContacts'),
            MasterRecordId: readOnly(lookup('Contact')),
            IndividualId: lookup('Individual', 'Contacts'),
            Title: text(128),
            Department: text(80),
            AssistantName: text(40),
            LeadSource: picklist(...LEAD_SOURCES),
            Description: longText(32000),
            ...address('Mailing'),
            ...address('Other')
        }
    },
    Lead: {
        keyPrefix: '00Q',
        sharingModel: 'ReadWrite',
        fields: {
            ...personName(80),
            Salutation: SALUTATION,
            ...address(''),
            Company: required(text(255)),
            OwnerId: lookup(['Group', 'User']),
            Title: text(128),
            Status: required(
                picklist(
                    'Open - Not Contacted*',
                    'Working - Contacted',
                    'Closed - Converted',
                    'Closed - Not Converted'
                )
            ),
            LeadSource: picklist(...LEAD_SOURCES),
            Industry: picklist(...INDUSTRIES),
            Rating: picklist(...RATINGS),
            AnnualRevenue: typed('currency', { precision: 18, scale: 0 }),
            NumberOfEmployees: typed('integer', { precision: 8 }),
            IsConverted: readOnly(),
            ConvertedDate: readOnly(),
            ConvertedAccountId: readOnly(lookup('Account')),
            ConvertedContactId: readOnly(lookup('Contact')),
            ConvertedOpportunityId: readOnly(lookup('Opportunity')),
            IsUnreadByOwner: { defaultValue: true },
            MasterRecordId: readOnly(lookup('Lead')),
            IndividualId: lookup('Individual', 'Leads'),
            Description: longText(32000)
        }
    },
    Opportunity: {
        keyPrefix: '006',
        label: 'Opportunity',
        labelPlural: 'Opportunities',
        sharingModel: 'ReadWrite',
        fields: {
            Name: required(text(120, { nameField: true })),
            AccountId: lookup('Account', 'Opportunities', cascading),
            OwnerId: lookup('User'),
            CampaignId: lookup('Campaign', 'Opportunities'),
            ContractId: lookup('Contract', 'Opportunities'),
            Pricebook2Id: lookup('Pricebook2', 'Opportunities'),
            StageName: required(
                picklist(
                    'Prospecting',
                    'Qualification',
                    'Needs Analysis',
                    'Value Proposition',
                    'Id. Decision Makers',
                    'Perception Analysis',
                    'Proposal/Price Quote',
                    'Negotiation/Review',
                    'Closed Won',
                    'Closed Lost'
                )
            ),
            CloseDate: required(),
            Amount: typed('currency', { precision: 18, scale: 2 }),
            Probability: typed('percent', { precision: 3, scale: 0 }),
            ExpectedRevenue: readOnly(typed('currency', { precision: 18, scale: 2 })),
            Type: picklist(
                'Existing Customer - Upgrade',
                'Existing Customer - Replacement',
                'Existing Customer - Downgrade',
                'New Customer'
            ),
            LeadSource: picklist(...LEAD_SOURCES),
            NextStep: text(255),
            IsClosed: readOnly(),
            IsWon: readOnly(),
            ForecastCategory: readOnly(
                picklist('Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed')
            ),
            ForecastCategoryName: picklist('Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'),
            Fiscal: readOnly(text(6)),
            FiscalQuarter: readOnly(),
            FiscalYear: readOnly(),
            HasOpportunityLineItem: readOnly(),
            HasOpenActivity: readOnly(),
            HasOverdueTask: readOnly(),
            Description: longText(32000)
        }
    },
    OpportunityContactRole: {
        keyPrefix: '00K',
        sharingModel: 'ControlledByParent',
        nameField: '',
        fields: {
            OpportunityId: required(lookup('Opportunity', 'OpportunityContactRoles', cascading)),
            ContactId: required(lookup('Contact', 'OpportunityContactRoles', cascading)),
            Role: picklist(
                'Business User',
                'Decision Maker',
                'Economic Buyer',
                'Economic Decision Maker',
                'Evaluator',
                'Executive Sponsor',
                'Influencer',
                'Technical Buyer',
                'Other'
            )
        }
    },
    Campaign: {
        keyPrefix: '701',
        sharingModel: 'ReadWrite',
        fields: {
            Name: required(text(80, { nameField: true })),
            OwnerId: lookup('User'),
            ParentId: lookup('Campaign', 'ChildCampaigns'),
            Type: picklist(
                'Conference',
                'Webinar',
                'Trade Show',
                'Public Relations',
                'Partners',
                'Referral Program',
                'Advertisement',
                'Banner Ads',
                'Direct Mail',
                'Email*',
                'Telemarketing',
                'Other'
            ),
            Status: picklist('Planned*', 'In Progress', 'Completed', 'Aborted'),
            Description: longText(32000)
        }
    },
    CampaignMember: {
        keyPrefix: '00v',
        sharingModel: 'ControlledByParent',
        nameField: '',
        fields: {
            CampaignId: required(lookup('Campaign', 'CampaignMembers', cascading)),
            ContactId: lookup('Contact', 'CampaignMembers', cascading),
            LeadId: lookup('Lead', 'CampaignMembers', cascading),
            Status: picklist('Sent*', 'Responded'),
            Name: readOnly(text(255))
        }
    },
    Partner: { keyPrefix: '00I', nameField: '' },
    AccountContactRelation: {
        keyPrefix: '07k',
        nameField: '',
        fields: {
            AccountId: required(lookup('Account', 'AccountContactRelations', cascading)),
            ContactId: required(lookup('Contact', 'AccountContactRelations', cascading)),
            IsActive: { defaultValue: true }
        }
    },
    Individual: { keyPrefix: '0PK', fields: personName(80) }
};
