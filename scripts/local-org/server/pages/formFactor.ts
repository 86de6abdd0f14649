import type { FormFactor } from '../orgClient.ts';

/** Lightning decides the form factor by the kind of device, not by the window's width. */
export function formFactorOf(userAgent: string): FormFactor {
    if (/iPad|Tablet|Android(?!.*Mobile)/i.test(userAgent)) return 'Medium';
    return /Mobi|iPhone/i.test(userAgent) ? 'Small' : 'Large';
}
