import { platformType as signatureOf, platformTypeNames } from '../../signatures/platform.ts';
import { platformType } from '../../values/objects.ts';
import { findPlatformClass, platformClass } from '../registry.ts';

/** Interfaces that user classes implement and this library calls or only knows by name. */
const INTERFACES = [
    'System.Callable',
    'System.Comparable',
    'System.Comparator',
    'System.Finalizer',
    'System.InstallHandler',
    'System.Iterable',
    'System.Iterator',
    'System.Queueable',
    'System.Schedulable',
    'System.StubProvider',
    'System.UninstallHandler',
    'Database.AllowsCallouts',
    'Database.Batchable',
    'Database.RaisesPlatformEvents',
    'Database.Stateful',
    'cache.CacheBuilder',
    'eventbus.EventPublishFailureCallback',
    'eventbus.EventPublishSuccessCallback'
];

const known = new Set(platformTypeNames());

for (const name of INTERFACES) {
    if (known.has(name) && !findPlatformClass(name) && signatureOf(name)) {
        platformClass(name, { type: platformType(name, [], 'interface') });
    }
}
