import { methodName } from '../compile/names.ts';
import { allMethods, type BoundMethod } from '../types/members.ts';
import {
    ApexList,
    ApexObject,
    ApexType,
    elementOf,
    systemException,
    types,
    type RuntimeType
} from '../values/index.ts';
import type { ApexProgram } from './program.ts';

/** System.StubProvider as compiled code offers it. */
interface StubProvider {
    handleMethodCall(
        stub: object,
        methodName: string,
        returnType: ApexType,
        parameterTypes: ApexList,
        parameterNames: ApexList,
        args: ApexList
    ): unknown;
}

/**
 * `Test.createStub`: an object of a class or interface of the org whose methods ask the provider.
 * Static and private methods, and types of the platform, can't be stubbed
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_testing_stub_api.htm).
 */
export function createStub(program: ApexProgram, type: RuntimeType, provider: object): object {
    const decl = program.decl(type.name);
    if (!decl || decl.kind === 'enum')
        throw systemException('TypeException', `Cannot create a stub of ${type.name}`);
    const base = decl.kind === 'class' ? program.linker.load(decl.name) : ApexObject;
    const stub = Object.create(base.prototype as object) as object;
    Object.defineProperty(stub, '$type', { value: type });
    for (const method of allMethods(decl.type))
        if (isStubbed(method)) defineStub(program, stub, method, provider as StubProvider);
    return stub;
}

function isStubbed({ method }: BoundMethod): boolean {
    return !method.isStatic && method.access !== 'private';
}

function defineStub(
    program: ApexProgram,
    stub: object,
    bound: BoundMethod,
    provider: StubProvider
): void {
    const { method } = bound;
    const toRuntime = program.linker.runtimeType.bind(program.linker);
    const parameterTypes = bound.parameters.map(toRuntime);
    const returns = toRuntime(bound.returns);
    const names = parameterNames(program, bound);
    const value = (...args: unknown[]): unknown => {
        const answer = provider.handleMethodCall(
            stub,
            method.name,
            new ApexType(returns),
            new ApexList(
                types.Type,
                parameterTypes.map((type) => new ApexType(type))
            ),
            new ApexList(types.String, names),
            new ApexList(types.Object, args)
        );
        return returns.kind === 'void' ? undefined : elementOf(answer, returns);
    };
    const keys = method.owner.origin === 'user' ? [methodName(method), method.name] : [method.name];
    for (const key of keys) Object.defineProperty(stub, key, { value });
}

function parameterNames(program: ApexProgram, { method }: BoundMethod): string[] {
    const tree = program.decl(method.owner.name)?.tree;
    const members = tree && tree.kind !== 'enum' ? tree.members : [];
    const found = members.find(
        (member) =>
            member.kind === 'method' &&
            member.line === method.position?.line &&
            member.column === method.position.column
    );
    return found?.kind === 'method' ? found.parameters.map(({ name }) => name) : [];
}
