import { api, LightningElement } from 'lwc';

import HEADING from '@salesforce/label/c.Zendesk_Gate_Requirements';
import MET from '@salesforce/label/c.Zendesk_Requirement_Met';
import OPEN from '@salesforce/label/c.Zendesk_Requirement_Open';
import UNKNOWN from '@salesforce/label/c.Zendesk_Requirement_Unknown';
import UNMET from '@salesforce/label/c.Zendesk_Requirement_Unmet';

import { setupPlaceOf } from 'c/zendeskSetupPlaces';

import type { GateReport, Requirement } from 'c/zendeskAccessSetupService';

interface Look {
    readonly word: string;
    readonly icon: string;
    readonly variant: string;
}

interface Row extends Requirement, Look {
    readonly url?: string;
}

const LOOKS: Readonly<Record<Requirement['state'], Look>> = {
    met: { word: MET, icon: 'utility:success', variant: 'success' },
    unmet: { word: UNMET, icon: 'utility:error', variant: 'error' },
    unknown: { word: UNKNOWN, icon: 'utility:warning', variant: 'warning' }
};

/** What has to hold before anybody sees tickets, each with its state and what to do about it. */
export default class ZendeskRequirements extends LightningElement {
    @api gate?: GateReport;

    readonly labels = { heading: HEADING, open: OPEN };

    get rows(): readonly Row[] {
        const { gate } = this;
        return (gate?.requirements ?? []).map((requirement) => ({
            ...requirement,
            ...LOOKS[requirement.state],
            url: requirement.fix ? setupPlaceOf(requirement.code, gate?.kind) : undefined
        }));
    }
}
