import type { Position } from '../syntax/ast.ts';
import type { Access, MemberInfo, TypeDecl } from '../types/declaration.ts';
import { lineage } from '../types/members.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';

/**
 * Refuses a member that the code may not see: private ones belong to the top-level class and all
 * inside it, protected ones to subclasses too, and `@TestVisible` opens both to tests.
 */
export function requireVisible(
    member: MemberInfo,
    at: Position,
    scope: Scope,
    what: 'Variable' | 'Method' | 'Constructor',
    shown: string = member.name,
    access: Access = member.access
): void {
    if (!isVisible(member, access, scope)) fail(at, `${what} is not visible: ${shown}`);
}

function isVisible(member: MemberInfo, access: Access, scope: Scope): boolean {
    if (access === 'public' || access === 'global') return true;
    if (topLevel(member.owner) === topLevel(scope.decl)) return true;
    if (member.isTestVisible && scope.decl.isTest) return true;
    return access === 'protected' && extendsDecl(scope.decl, member.owner);
}

function topLevel(decl: TypeDecl): TypeDecl {
    return decl.outer ? topLevel(decl.outer) : decl;
}

function extendsDecl(decl: TypeDecl, base: TypeDecl): boolean {
    for (const type of lineage(decl.type)) if (type.decl === base) return true;
    return decl.outer !== null && extendsDecl(decl.outer, base);
}
