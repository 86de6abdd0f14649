import { execution } from '../../execution.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';

const INSTALL = platformType('System.InstallContext', [], 'interface');
const UNINSTALL = platformType('System.UninstallContext', [], 'interface');

/** System.InstallContext: who installs the package, and over which version. */
class InstallContext extends PlatformObject {
    readonly $type = INSTALL;
    private readonly version: unknown;
    private readonly pushed: boolean;

    constructor(version: unknown, pushed: boolean) {
        super();
        this.version = version;
        this.pushed = pushed;
    }

    organizationId(): string {
        return execution().org.info.organizationId;
    }

    installerId(): string {
        return execution().user.id;
    }

    isUpgrade(): boolean {
        return this.version !== null;
    }

    isPush(): boolean {
        return this.pushed;
    }

    previousVersion(): unknown {
        return this.version;
    }
}

/** System.UninstallContext. */
class UninstallContext extends PlatformObject {
    readonly $type = UNINSTALL;

    organizationId(): string {
        return execution().org.info.organizationId;
    }

    uninstallerId(): string {
        return execution().user.id;
    }
}

interface InstallHandler {
    onInstall(context: InstallContext): void;
}

interface UninstallHandler {
    onUninstall(context: UninstallContext): void;
}

/** `Test.testInstall(handler, version, isPush)`: a null version is a first installation. */
export function testInstall(handler: InstallHandler, version: unknown, isPush = false): void {
    handler.onInstall(new InstallContext(version, isPush));
}

/** `Test.testUninstall(handler)`. */
export function testUninstall(handler: UninstallHandler): void {
    handler.onUninstall(new UninstallContext());
}
