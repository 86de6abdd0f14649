import { execution } from '../../execution.ts';
import { refusingNull } from '../primitives/arguments.ts';
import { platformClass } from '../registry.ts';

platformClass('System.FeatureManagement', {
    statics: refusingNull({
        /** Whether the running user has a custom permission. */
        checkPermission: (name: string) => {
            const { org, user } = execution();
            return org.access.customPermission(user.id, name);
        }
    })
});
