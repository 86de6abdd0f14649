import { createElement } from 'lwc';
import ActionModal from 'shell/actionModal';
import type { RecordAction } from '../session/types.ts';
import type { RecordContext } from '../recordPage/context.ts';

/** Runs a record action: its component in a modal, or its `invoke()` without any screen. */
export async function runAction(action: RecordAction, context: RecordContext): Promise<void> {
    const name = action.component.replace('c:', '');
    const { default: constructorFunction } = (await import(`c/${name}`)) as { default: unknown };
    const { recordId, objectApiName } = context;
    if (action.kind === 'headless') return invoke(name, constructorFunction, context);
    await ActionModal.open({
        size: 'medium',
        label: action.label,
        constructorFunction,
        properties: { recordId, objectApiName }
    });
}

async function invoke(name: string, is: unknown, { recordId, objectApiName }: RecordContext) {
    const element = createElement(`c-${name.toLowerCase()}`, { is } as never) as HTMLElement;
    Object.assign(element, { recordId, objectApiName, hidden: true });
    document.body.append(element);
    try {
        await (element as unknown as { invoke(): unknown }).invoke();
    } finally {
        element.remove();
    }
}
