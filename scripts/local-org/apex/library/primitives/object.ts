import { hasHashCode, hashOf, looseEquals } from '../../values/equality.ts';
import { describeValue } from '../../values/toString.ts';
import { types } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';

/** What every value answers to, when its own class doesn't say otherwise. */
platformClass('System.Object', {
    type: types.Object,
    methods: {
        // Text keeps its own `equals`, which minds case, behind a variable of type Object too.
        equals: (value: unknown, other: unknown) =>
            typeof value === 'string' ? value === other : looseEquals(value, other),
        hashCode: (value: unknown) =>
            hasHashCode(value) ? Number(value.hashCode()) : hashOf(value),
        toString: (value: unknown) => describeValue(value)
    }
});
