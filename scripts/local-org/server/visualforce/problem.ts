/** Why a Visualforce page can't be shown: what is wrong with it, or what the local org lacks. */
export class VisualforceProblem extends Error {
    override readonly name = 'VisualforceProblem';
}

/** A part of Visualforce that the platform has and the local org does not. */
export function unsupported(feature: string): VisualforceProblem {
    return new VisualforceProblem(`The local org does not support ${feature} in Visualforce.`);
}
