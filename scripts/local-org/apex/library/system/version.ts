import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const VERSION = platformType('System.Version');

/** System.Version. */
export class Version extends PlatformObject {
    readonly $type = VERSION;
    private readonly numbers: readonly [number, number, number | null];

    constructor(major: number, minor: number, patch: number | null = null) {
        super();
        if ([major, minor, patch ?? 0].some((part) => part < 0)) {
            throw systemException(
                'IllegalArgumentException',
                'Version numbers can not be negative'
            );
        }
        this.numbers = [major, minor, patch];
    }

    major(): number {
        return this.numbers[0];
    }

    minor(): number {
        return this.numbers[1];
    }

    patch(): number | null {
        return this.numbers[2];
    }

    compareTo(other: Version): number {
        const differences = this.numbers.map((part, index) => {
            return (part ?? 0) - (other.numbers[index] ?? 0);
        });
        return Math.sign(differences.find((difference) => difference !== 0) ?? 0);
    }

    override toString(): string {
        return this.numbers.filter((part) => part !== null).join('.');
    }
}

platformClass('System.Version', {
    class: Version,
    type: VERSION,
    construct: (major: number, minor: number, patch?: number) => new Version(major, minor, patch)
});
