import type { Block, Expression, Statement } from '../syntax/ast.ts';

/** Whether control can go past a statement, as the platform judges it. */
export function canComplete(statement: Statement | null): boolean {
    if (!statement) return true;
    switch (statement.kind) {
        case 'return':
        case 'throw':
        case 'break':
        case 'continue':
            return false;
        case 'block':
            return blockCompletes(statement);
        case 'if':
            return (
                statement.otherwise === null ||
                canComplete(statement.then) ||
                canComplete(statement.otherwise)
            );
        case 'switch':
            return (
                !statement.whens.some((when) => when.value.kind === 'else') ||
                statement.whens.some((when) => blockCompletes(when.body))
            );
        case 'try':
            if (statement.finally && !blockCompletes(statement.finally)) return false;
            return (
                blockCompletes(statement.body) ||
                statement.catches.some((clause) => blockCompletes(clause.body))
            );
        case 'while':
        case 'doWhile':
            return !isTrue(statement.condition) || hasBreak(statement.body);
        case 'for':
            return (
                (statement.condition !== null && !isTrue(statement.condition)) ||
                hasBreak(statement.body)
            );
        case 'runAs':
            return blockCompletes(statement.body);
        default:
            return true;
    }
}

export function blockCompletes(block: Block): boolean {
    return block.statements.every(canComplete);
}

/** The first statement that nothing leads to. */
export function unreachable(block: Block): Statement | undefined {
    const end = block.statements.findIndex((statement) => !canComplete(statement));
    return end < 0 ? undefined : block.statements[end + 1];
}

function isTrue(condition: Expression): boolean {
    return condition.kind === 'literal' && condition.value === true;
}

/** A `break` that leaves the loop itself. */
function hasBreak(statement: Statement | null): boolean {
    if (!statement) return false;
    switch (statement.kind) {
        case 'break':
            return true;
        case 'block':
            return statement.statements.some(hasBreak);
        case 'if':
            return hasBreak(statement.then) || hasBreak(statement.otherwise);
        case 'switch':
            return statement.whens.some((when) => hasBreak(when.body));
        case 'try':
            return (
                hasBreak(statement.body) ||
                statement.catches.some((clause) => hasBreak(clause.body)) ||
                hasBreak(statement.finally)
            );
        default:
            return false;
    }
}
