import { createHash } from 'node:crypto';

/** Random bytes as URL-safe text. */
export type RandomText = (bytes: number) => string;

export interface Pkce {
    readonly verifier: string;
    readonly challenge: string;
}

/** A verifier and its S256 challenge (RFC 7636). */
export function createPkce(random: RandomText): Pkce {
    const verifier = random(32);
    return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
