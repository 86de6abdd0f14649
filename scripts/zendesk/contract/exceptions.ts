/** What may differ from the API description, and why. */
export interface Exception {
    /** Matched against `METHOD path`. */
    readonly operation: RegExp;
    /** Properties concerned; left out: the status. */
    readonly property?: RegExp;
    readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [
    {
        operation: /./,
        property: /(custom_fields|fields)\[\]\.value$|conditions\[\]\.value$/,
        reason: 'A value has the type of its field: a checkbox is true or false'
    },
    {
        operation: /./,
        property: /satisfaction_rating\.(id|comment)$/,
        reason: 'Recordings show {"score": "unoffered"} alone while nobody has rated'
    },
    {
        operation: /./,
        property: /conditions\.any\[\]$/,
        reason: 'A rule may have no alternatives'
    },
    {
        operation: /^GET .*\/suspended_tickets\/\{id\}$/,
        property: /^suspended_tickets$/,
        reason: 'The description shows the list for one ticket, which clients read as suspended_ticket'
    },
    {
        operation: /satisfaction_rating|satisfaction_reasons|ticket_metrics/,
        property: /^(satisfaction_rating|reason|ticket_metric)$/,
        reason: 'The description shows a list where its own schema, and clients, have one object'
    },
    {
        operation: /^GET .*\/incremental\/ticket_events$/,
        property: /./,
        reason: 'The description shows the example of ticket metric events'
    },
    {
        operation: /^GET .*\/email_ccs$/,
        property: /^users\[\]\.id$/,
        reason: 'The description shows the id of a user as a text here and as a number everywhere else'
    },
    {
        operation: /^PUT .*\/triggers\/reorder$/,
        property: /^trigger$/,
        reason: 'The description shows one trigger; the order concerns all, and all are returned'
    },
    {
        operation: /^GET .*\/macros\/\{macro_id\}\/apply$/,
        property: /^result\.ticket\.fields\./,
        reason: 'The description shows one field with id and value; a macro may set several'
    },
    {
        operation: /^GET .*\/audits$/,
        property: /events\[\]\.via$/,
        reason: 'Only events that a rule caused carry their own via; the description shows such ones'
    },
    {
        operation: /^DELETE .*\/tickets\/\{ticket_id\}\/tags$/,
        reason: 'A recording answers 200 with the remaining tags where the description says 204'
    },
    {
        operation: /^POST \/oauth\/tokens$/,
        reason: 'Clients in use accept 200 only, as OAuth has it, where the description says 201'
    }
];
