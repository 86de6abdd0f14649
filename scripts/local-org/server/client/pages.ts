/** One tab of an app's navigation bar. */
export type NavItem =
    | { readonly kind: 'home'; readonly name: string; readonly label: string }
    | {
          readonly kind: 'object';
          readonly objectApiName: string;
          readonly label: string;
      }
    | {
          /** A Lightning page tab or a component tab. */
          readonly kind: 'page';
          readonly name: string;
          readonly label: string;
          /** SLDS name, e.g. `custom:custom18`. */
          readonly icon: string;
          readonly page: LightningPage;
      };

export interface LightningApp {
    /** Developer name, e.g. `standard__LightningSales`. */
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly items: readonly NavItem[];
}

/** A FlexiPage as its metadata says, not yet laid out. */
export interface LightningPage {
    readonly developerName: string;
    readonly label: string;
    readonly type: 'RecordPage' | 'HomePage' | 'AppPage' | 'other';
    /** E.g. `flexipage:recordHomeTemplateDesktop`. */
    readonly template: string;
    readonly regions: readonly PageRegion[];
}

/** A region of the template, or a facet that a component property names (tabs, tab bodies). */
export interface PageRegion {
    readonly name: string;
    readonly type: 'Region' | 'Facet';
    readonly items: readonly PageItem[];
}

export type PageItem =
    | {
          readonly kind: 'component';
          /** `force:detailPanel`, `flexipage:tabset`, `c:zendeskTicketView`... */
          readonly componentName: string;
          readonly identifier: string;
          /** A list for `valueList`. Booleans and numbers are text, as in the file. */
          readonly properties: Readonly<Record<string, string | readonly string[]>>;
          readonly visibility: VisibilityRule | null;
      }
    | {
          readonly kind: 'field';
          /** `Record.Name` as in the file. */
          readonly fieldItem: string;
          readonly uiBehavior: 'none' | 'readonly' | 'required';
          readonly visibility: VisibilityRule | null;
      };

export interface VisibilityRule {
    /** `1 AND 2`; null means all. */
    readonly booleanFilter: string | null;
    readonly criteria: readonly {
        /** `{!$Client.FormFactor}`, `{!Record.Type}`, `{!$User.Profile.Name}`... */
        readonly leftValue: string;
        readonly operator: string;
        readonly rightValue: string;
    }[];
}

/** A button of the highlights panel beside the standard ones. */
export interface RecordAction {
    /** `Account.Create_Ticket`. */
    readonly name: string;
    readonly label: string;
    /** `screen` opens the component in a modal, `headless` calls its `invoke()`. */
    readonly kind: 'screen' | 'headless';
    /** `c:zendeskNewTicket`. */
    readonly component: string;
}

/** What a record page is made of, for one user and object. */
export interface RecordPageModel {
    /** The activated page; null: the standard page. */
    readonly page: LightningPage | null;
    /** Fields of the highlights panel after the name, from the compact layout. */
    readonly compactFields: readonly string[];
    /** Sections of the page layout. */
    readonly layoutSections: readonly LayoutSection[];
    readonly relatedLists: readonly RelatedList[];
    readonly actions: readonly RecordAction[];
}

export interface LayoutSection {
    readonly label: string;
    readonly columns: readonly (readonly LayoutField[])[];
}

export interface LayoutField {
    readonly name: string;
    readonly readOnly: boolean;
    readonly required: boolean;
}

export interface RelatedList {
    /** Child relationship name, e.g. `Contacts`. */
    readonly relationshipName: string;
    readonly label: string;
    readonly fields: readonly string[];
}

/** A list view of an object home. */
export interface ListView {
    readonly developerName: string;
    readonly label: string;
    readonly columns: readonly string[];
    /** SOQL condition without WHERE; empty for all records. */
    readonly where: string;
}

export type FormFactor = 'Large' | 'Medium' | 'Small';

export interface PageMetadataSource {
    /** The apps of the app launcher; the first is the one that opens. */
    listApps(userId: string): Promise<readonly LightningApp[]>;
    recordPage(
        userId: string,
        objectApiName: string,
        formFactor: FormFactor
    ): Promise<RecordPageModel>;
    homePage(userId: string): Promise<LightningPage | null>;
    listViews(userId: string, objectApiName: string): Promise<readonly ListView[]>;
}
