import { hashOf, keyEquals } from '../../values/equality.ts';
import { types } from '../../values/runtimeType.ts';
import type { ApexDatetime } from '../../values/temporal.ts';
import { ApexTime } from '../../values/temporal.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';
import { isZone, zoneOffset } from '../time/zones.ts';
import { refusingNull } from './arguments.ts';

const later = (time: ApexTime, ms: number): ApexTime => new ApexTime(time.ms + ms);

platformClass('System.Time', {
    class: ApexTime,
    type: types.Time,
    methods: {
        ...refusingNull({
            addHours: (time: ApexTime, hours: number) => later(time, hours * 3_600_000),
            addMilliseconds: (time: ApexTime, ms: number) => later(time, ms),
            addMinutes: (time: ApexTime, minutes: number) => later(time, minutes * 60_000),
            addSeconds: (time: ApexTime, seconds: number) => later(time, seconds * 1000),
            hour: (time: ApexTime) => Math.floor(time.ms / 3_600_000),
            minute: (time: ApexTime) => Math.floor(time.ms / 60_000) % 60,
            second: (time: ApexTime) => Math.floor(time.ms / 1000) % 60,
            millisecond: (time: ApexTime) => time.ms % 1000
        }),
        equals: (time: ApexTime, other: unknown) => keyEquals(time, other),
        hashCode: (time: ApexTime) => hashOf(time),
        toString: (time: ApexTime) => time.toString()
    },
    statics: refusingNull({
        newInstance: (hour: number, minute: number, second: number, millisecond: number) =>
            ApexTime.of(hour, minute, second, millisecond)
    })
});

const TIME_ZONE = platformType('System.TimeZone');

/** System.TimeZone. */
export class TimeZone extends PlatformObject {
    readonly $type = TIME_ZONE;
    private readonly id: string;

    /** An unknown name means GMT, as in Java. */
    constructor(id: string) {
        super();
        this.id = isZone(id) ? id : 'GMT';
    }

    getID(): string {
        return this.id;
    }

    /** In English, e.g. `Central European Time`. */
    getDisplayName(): string {
        const parts = new Intl.DateTimeFormat('en-US', {
            timeZone: this.id,
            timeZoneName: 'longGeneric'
        }).formatToParts(0);
        return parts.find((part) => part.type === 'timeZoneName')?.value ?? this.id;
    }

    getOffset(moment: ApexDatetime): number {
        return zoneOffset(moment.epochMs, this.id);
    }

    override toString(): string {
        return this.id;
    }
}

platformClass('System.TimeZone', {
    class: TimeZone,
    type: TIME_ZONE,
    statics: refusingNull({ getTimeZone: (id: string) => new TimeZone(id) })
});
