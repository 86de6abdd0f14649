import { execution } from '../../execution.ts';
import { ApexException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { EnumConstant } from '../../values/runtimeType.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { currentPage } from './current.ts';

const MESSAGE = platformType('ApexPages.Message');

/** ApexPages.Message. */
export class PageMessage extends PlatformObject {
    readonly $type = MESSAGE;
    private readonly severity: EnumConstant;
    private readonly texts: readonly (string | null)[];

    constructor(severity: EnumConstant, ...texts: readonly (string | null)[]) {
        super();
        this.severity = severity;
        this.texts = texts;
    }

    getSeverity(): EnumConstant {
        return this.severity;
    }

    getSummary(): string | null {
        return this.texts[0] ?? null;
    }

    /** The summary when there is none of its own. */
    getDetail(): string | null {
        return this.texts[1] ?? this.getSummary();
    }

    getComponentLabel(): string | null {
        return this.texts[2] ?? null;
    }
}

function messages(): PageMessage[] {
    return execution().slot<PageMessage[]>('pageMessages', () => []);
}

/** Forgets the messages: `Test.clearApexPageMessages`. */
export function clearMessages(): void {
    messages().length = 0;
}

/** An exception becomes messages: one per failed row of DML, else its text. */
function addMessages(error: unknown): void {
    if (!(error instanceof ApexException)) {
        return;
    }
    const texts =
        error.getNumDml() > 0
            ? error.dmlFailures.map((failure) => failure.message)
            : [error.getMessage()];
    const severity = platformConstant('ApexPages.Severity', 'ERROR');
    messages().push(...texts.map((text) => new PageMessage(severity, text)));
}

platformClass('ApexPages.Message', {
    class: PageMessage,
    type: MESSAGE,
    construct: (severity: EnumConstant, ...texts: readonly (string | null)[]) =>
        new PageMessage(severity, ...texts)
});
platformClass('System.ApexPages', {
    statics: {
        addMessage: (message: PageMessage) => void messages().push(message),
        addMessages,
        currentPage,
        getMessages: () => new ApexList(MESSAGE, messages()),
        hasMessages: (severity?: EnumConstant) =>
            messages().some(
                (message) => severity === undefined || message.getSeverity() === severity
            )
    }
});
