import {
    address,
    cascading,
    fixed,
    longText,
    lookup,
    picklist,
    readOnly,
    required,
    text,
    typed,
    type StandardOverlays
} from './traits.ts';

const money = typed('currency', { precision: 18, scale: 2 });
const quantity = typed('double', { precision: 18, scale: 2 });

/** Products, prices, contracts and orders. */
export const ORDERS: StandardOverlays = {
    Product2: {
        keyPrefix: '01t',
        label: 'Product',
        sharingModel: 'ReadWrite',
        fields: {
            Name: required(text(255, { label: 'Product Name', nameField: true })),
            ProductCode: text(255),
            Description: longText(4000),
            QuantityUnitOfMeasure: picklist('Each'),
            Family: picklist('None')
        }
    },
    Pricebook2: {
        keyPrefix: '01s',
        label: 'Price Book',
        sharingModel: 'ReadWrite',
        fields: {
            Name: required(text(255, { label: 'Price Book Name', nameField: true })),
            Description: text(255),
            IsStandard: readOnly()
        }
    },
    PricebookEntry: {
        keyPrefix: '01u',
        label: 'Price Book Entry',
        labelPlural: 'Price Book Entries',
        fields: {
            Name: readOnly(text(255, { nameField: true })),
            Pricebook2Id: required(fixed(lookup('Pricebook2', 'PricebookEntries', cascading))),
            Product2Id: required(fixed(lookup('Product2', 'PricebookEntries', cascading))),
            UnitPrice: required(money),
            ProductCode: readOnly(text(255))
        }
    },
    OpportunityLineItem: {
        keyPrefix: '00k',
        label: 'Opportunity Product',
        sharingModel: 'ControlledByParent',
        fields: {
            Name: readOnly(text(376, { nameField: true })),
            OpportunityId: required(
                fixed(lookup('Opportunity', 'OpportunityLineItems', cascading))
            ),
            PricebookEntryId: fixed(lookup('PricebookEntry', 'OpportunityLineItems')),
            Product2Id: fixed(lookup('Product2', 'OpportunityLineItems')),
            Quantity: required(quantity),
            UnitPrice: money,
            TotalPrice: money,
            ListPrice: readOnly(money),
            Subtotal: readOnly(money),
            Discount: typed('percent', { precision: 5, scale: 2 }),
            ProductCode: readOnly(text(255)),
            Description: text(255)
        }
    },
    Contract: {
        keyPrefix: '800',
        sharingModel: 'ReadWrite',
        nameField: 'ContractNumber',
        fields: {
            AccountId: required(lookup('Account', 'Contracts', cascading)),
            OwnerId: lookup('User'),
            ContractNumber: readOnly(
                text(30, {
                    nameField: true,
                    autoNumber: true,
                    displayFormat: '{00000000}',
                    nillable: false
                })
            ),
            Status: required(picklist('In Approval Process', 'Activated', 'Draft*')),
            StatusCode: readOnly(picklist('Draft', 'InApproval', 'Activated', 'Terminated')),
            Description: longText(32000),
            ...address('Billing')
        }
    },
    Order: {
        keyPrefix: '801',
        sharingModel: 'ControlledByParent',
        nameField: 'OrderNumber',
        fields: {
            AccountId: lookup('Account', 'Orders', cascading),
            OwnerId: lookup(['Group', 'User']),
            ContractId: lookup('Contract', 'Orders'),
            Pricebook2Id: lookup('Pricebook2', 'Orders'),
            OrderNumber: readOnly(
                text(30, {
                    nameField: true,
                    autoNumber: true,
                    displayFormat: '{00000000}',
                    nillable: false
                })
            ),
            EffectiveDate: required({ label: 'Order Start Date' }),
            Status: required(picklist('Draft', 'Activated')),
            StatusCode: readOnly(picklist('Draft', 'Activated')),
            Description: longText(32000),
            ...address('Billing'),
            ...address('Shipping')
        }
    },
    OrderItem: {
        keyPrefix: '802',
        label: 'Order Product',
        sharingModel: 'ControlledByParent',
        nameField: 'OrderItemNumber',
        fields: {
            OrderId: required(fixed(lookup('Order', 'OrderItems', cascading))),
            PricebookEntryId: fixed(lookup('PricebookEntry', 'OrderItems')),
            Product2Id: fixed(lookup('Product2', 'OrderItems')),
            Quantity: required(quantity),
            UnitPrice: money,
            TotalPrice: readOnly(money)
        }
    },
    Asset: {
        keyPrefix: '02i',
        sharingModel: 'ControlledByParent',
        fields: {
            Name: required(text(255, { label: 'Asset Name', nameField: true })),
            AccountId: lookup('Account', 'Assets', cascading),
            ContactId: lookup('Contact', 'Assets'),
            ParentId: lookup('Asset', 'ChildAssets'),
            RootAssetId: readOnly(lookup('Asset', 'DescendantAssets')),
            OwnerId: lookup('User'),
            Product2Id: lookup('Product2', 'Assets'),
            SerialNumber: text(80),
            Status: picklist('Shipped', 'Installed', 'Registered', 'Obsolete', 'Purchased'),
            Description: longText(32000)
        }
    },
    Quote: {
        keyPrefix: '0Q0',
        fields: {
            Name: required(text(255, { nameField: true })),
            OpportunityId: required(fixed(lookup('Opportunity', 'Quotes', cascading)))
        }
    }
};
