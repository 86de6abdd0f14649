import type { GateKind } from 'c/zendeskAccessSetupService';

const GATES: Readonly<Record<GateKind, string>> = {
    connected_app: '/lightning/setup/ConnectedApplication/home',
    external_client_app: '/lightning/setup/ManageExternalClientApplication/home',
    custom_permission: '/lightning/setup/PermSets/home'
};

/** Requirements that are met on the page of the gate itself. */
const OF_THE_GATE: readonly string[] = [
    'pre_authorized',
    'somebody_selected',
    'administrator_selected'
];

/**
 * The page in Setup on which a requirement is met.
 * @param kind the gate of the org, absent when it has none
 * @returns undefined when Setup has no page for it
 */
export function setupPlaceOf(code: string, kind: GateKind | undefined): string | undefined {
    return kind && OF_THE_GATE.includes(code) ? GATES[kind] : undefined;
}
