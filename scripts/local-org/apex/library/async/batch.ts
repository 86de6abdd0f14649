export function executeBatch(): string {
    return '';
}
