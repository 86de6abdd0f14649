import type { AccessContext } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

/** The mode a statement names; `default` when it names none. */
export type AccessMode = 'user' | 'system' | 'default';

const ACCESS_LEVEL = platformType('System.AccessLevel');

/** System.AccessLevel. */
export class AccessLevel extends PlatformObject {
    readonly $type = ACCESS_LEVEL;
    readonly mode: AccessMode;

    constructor(mode: AccessMode) {
        super();
        this.mode = mode;
    }
}

export const USER_MODE = new AccessLevel('user');
export const SYSTEM_MODE = new AccessLevel('system');

/** Who asks and under which rules, for a statement of the running class. */
export function accessContext(mode: AccessMode = 'default'): AccessContext {
    const current = execution();
    const isUser = mode === 'user' || (mode === 'default' && current.isUserModeDefault());
    return {
        userId: current.user.id,
        mode: isUser ? 'user' : 'system',
        sharing: isUser || current.enforcesSharing()
    };
}

/** An optional AccessLevel argument as a mode. */
export function modeOf(level: unknown): AccessMode {
    return level instanceof AccessLevel ? level.mode : 'default';
}

platformClass('System.AccessLevel', {
    class: AccessLevel,
    type: ACCESS_LEVEL,
    statics: { USER_MODE, SYSTEM_MODE }
});
