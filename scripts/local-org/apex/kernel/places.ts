import type { Sharing } from '../execution.ts';
import type { Modifiers } from '../syntax/ast.ts';
import { membersOf, type UserDecl } from '../types/userDecl.ts';
import { SCRIPT_METHOD } from '../compile/compileUnit.ts';
import type { Place, PlaceOfLine } from './stack.ts';

interface Range extends Place {
    readonly start: number;
    readonly end: number;
}

/** Members of a class file by line, innermost first; `prefix` is `Class.` or empty for scripts. */
export function placesOf(decl: UserDecl, prefix: string): PlaceOfLine {
    const ranges = classRanges(decl, prefix);
    return (line) => ranges.find(({ start, end }) => start <= line && line <= end);
}

function classRanges(decl: UserDecl, prefix: string): Range[] {
    const inner = decl.inners().flatMap((item) => classRanges(item, prefix));
    const sharing = sharingOf(decl.tree.modifiers);
    const name = `${prefix}${decl.name}`;
    const own = membersOf(decl.tree).flatMap((member): Range[] => {
        const range = { start: member.line, end: member.endLine, sharing };
        switch (member.kind) {
            case 'method':
                return [
                    {
                        ...range,
                        name: member.name === SCRIPT_METHOD ? name : `${name}.${member.name}`
                    }
                ];
            case 'property':
                return [{ ...range, name: `${name}.${member.name}` }];
            case 'constructor':
                return [{ ...range, name: `${name}.<init>` }];
            case 'field':
                return [{ ...range, name: `${name}.${initialName(member.modifiers)}` }];
            case 'initializer':
                return [{ ...range, name: `${name}.${member.isStatic ? '<clinit>' : '<init>'}` }];
            default:
                return [];
        }
    });
    const { line, endLine } = decl.tree;
    return [...inner, ...own, { name, sharing, start: line, end: endLine }];
}

function initialName(modifiers: Modifiers): string {
    return modifiers.words.includes('static') ? '<clinit>' : '<init>';
}

/** `none` when the class does not say. */
export function sharingOf(modifiers: Modifiers): Sharing {
    const word = modifiers.words.find((item) => item.endsWith('sharing'))?.split(' ')[0];
    return word === 'with' || word === 'without' || word === 'inherited' ? word : 'none';
}
