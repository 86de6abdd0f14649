import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { platformClass } from '../registry.ts';

/** `Label.name` and `System.Label.get`: a custom label in a language, by default the user's. */
export function labelText(
    namespace: string | null,
    name: string,
    language: string | null = null
): string {
    const { org, user } = execution();
    const text = org.metadata.label(
        namespace === '' || namespace === 'c' ? null : namespace,
        name,
        language ?? user.language
    );
    if (text === null) {
        throw systemException('IllegalArgumentException', `Label ${name} does not exist`);
    }
    return text;
}

platformClass('System.Label', { statics: { get: labelText } });
