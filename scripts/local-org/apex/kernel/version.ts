/** Raise with every change of the generated code: code of older versions is not taken from caches. */
export const COMPILER_VERSION = '5';
