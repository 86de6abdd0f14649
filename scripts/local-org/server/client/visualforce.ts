/** A Visualforce page with all that its markup may refer to. */
export interface VisualforcePage {
    /** Name of the file, for problems. */
    readonly file: string;
    readonly markup: string;
    /** Markup of the org's custom components by lower-case name. */
    readonly components: Readonly<Record<string, string>>;
    /** Components of the Lightning dependency apps by the app's name, e.g. `c:ticketOut`. */
    readonly outApps: Readonly<Record<string, readonly string[]>>;
}

export interface VisualforceSource {
    /** Undefined when there is no such page, or no profile or permission set gives it to the user. */
    visualforcePage(userId: string, name: string): Promise<VisualforcePage | undefined>;
}
