import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/doubles.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const ADDRESS = platformType('System.Address');
const LOCATION = platformType('System.Location');

type Parts = Readonly<Record<string, string | number | null>>;

/** System.Address, the value of a compound address field. */
export class ApexAddress extends PlatformObject {
    readonly $type = ADDRESS;
    readonly parts: Parts;

    constructor(parts: Parts) {
        super();
        this.parts = parts;
    }

    getCity(): string | null {
        return this.text('city');
    }

    getCountry(): string | null {
        return this.text('country');
    }

    getCountryCode(): string | null {
        return this.text('countryCode');
    }

    getGeocodeAccuracy(): string | null {
        return this.text('geocodeAccuracy');
    }

    getLatitude(): ApexDouble | null {
        return this.number('latitude');
    }

    getLongitude(): ApexDouble | null {
        return this.number('longitude');
    }

    getPostalCode(): string | null {
        return this.text('postalCode');
    }

    getState(): string | null {
        return this.text('state');
    }

    getStateCode(): string | null {
        return this.text('stateCode');
    }

    getStreet(): string | null {
        return this.text('street');
    }

    get city(): string | null {
        return this.text('city');
    }

    get country(): string | null {
        return this.text('country');
    }

    get countryCode(): string | null {
        return this.text('countryCode');
    }

    get geocodeAccuracy(): string | null {
        return this.text('geocodeAccuracy');
    }

    get postalCode(): string | null {
        return this.text('postalCode');
    }

    get state(): string | null {
        return this.text('state');
    }

    get stateCode(): string | null {
        return this.text('stateCode');
    }

    get street(): string | null {
        return this.text('street');
    }

    get latitude(): ApexDouble | null {
        return this.number('latitude');
    }

    get longitude(): ApexDouble | null {
        return this.number('longitude');
    }

    getDistance(to: ApexLocation, unit: string): ApexDouble | null {
        const [latitude, longitude] = [this.parts['latitude'], this.parts['longitude']];
        return typeof latitude === 'number' && typeof longitude === 'number'
            ? new ApexDouble(distance(new ApexLocation(latitude, longitude), to, unit))
            : null;
    }

    private text(name: string): string | null {
        const value = this.parts[name];
        return value === undefined || value === null ? null : String(value);
    }

    private number(name: string): ApexDouble | null {
        const value = this.parts[name];
        return value === undefined || value === null ? null : new ApexDouble(Number(value));
    }
}

/** System.Location, the value of a geolocation field. */
export class ApexLocation extends PlatformObject {
    readonly $type = LOCATION;
    readonly degrees: { readonly latitude: number; readonly longitude: number };

    constructor(latitude: number, longitude: number) {
        super();
        this.degrees = { latitude, longitude };
    }

    get latitude(): ApexDouble {
        return this.getLatitude();
    }

    get longitude(): ApexDouble {
        return this.getLongitude();
    }

    getLatitude(): ApexDouble {
        return new ApexDouble(this.degrees.latitude);
    }

    getLongitude(): ApexDouble {
        return new ApexDouble(this.degrees.longitude);
    }

    /** Along the surface; unit `mi` or `km`. */
    getDistance(other: ApexLocation, unit: string): ApexDouble {
        return new ApexDouble(distance(this, other, unit));
    }
}

const EARTH_RADIUS: Readonly<Record<string, number>> = { km: 6371.0, mi: 3958.8 };

function distance(
    { degrees: a }: ApexLocation,
    { degrees: b }: ApexLocation,
    unit: string
): number {
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const half = (x: number, y: number): number => Math.sin(radians(y - x) / 2) ** 2;
    const haversine =
        half(a.latitude, b.latitude) +
        Math.cos(radians(a.latitude)) *
            Math.cos(radians(b.latitude)) *
            half(a.longitude, b.longitude);
    return 2 * (EARTH_RADIUS[unit.toLowerCase()] ?? NaN) * Math.asin(Math.sqrt(haversine));
}

/** A compound field's value, which the database gives as JSON text. */
export function apexLocation(
    type: 'address' | 'location',
    text: string
): ApexAddress | ApexLocation {
    const parts = JSON.parse(text) as Parts;
    return type === 'address'
        ? new ApexAddress(parts)
        : new ApexLocation(Number(parts['latitude']), Number(parts['longitude']));
}

const numberOf = (value: ApexDecimal | ApexDouble): number =>
    value instanceof ApexDecimal ? value.toNumber() : value.value;

platformClass('System.Address', { class: ApexAddress, type: ADDRESS });
platformClass('System.Location', {
    class: ApexLocation,
    type: LOCATION,
    statics: {
        newInstance: (latitude: ApexDecimal, longitude: ApexDecimal) =>
            new ApexLocation(numberOf(latitude), numberOf(longitude)),
        getDistance: (a: ApexLocation, b: ApexLocation, unit: string) => a.getDistance(b, unit)
    }
});
