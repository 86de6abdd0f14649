/** Shapes that the server sends; the one definition is on its side. */
export type {
    ConnectedAppDetail,
    ConnectedAppPolicies,
    ConnectedAppSummary,
    FormFactor,
    LayoutField,
    LayoutSection,
    LightningApp,
    ListView,
    NavItem,
    OrgUser,
    RecordAction,
    RelatedList,
    SetupChoice,
    UserContext
} from '../../../../server/orgClient.ts';
export type { PageModel } from '../../../../server/pages/pageModel.ts';
export type { PageNode, PageTree } from '../../../../server/pages/pageTree.ts';
export type {
    FieldRepresentation,
    RecordRepresentation
} from '../../../../server/uiapi/records.ts';
export type { ObjectInfo } from '../../../../server/uiapi/objectInfo.ts';
