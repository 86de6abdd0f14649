import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

const components = {
    ...jestConfig,
    displayName: 'components',
    roots: ['<rootDir>/force-app'],
    moduleNameMapper: {
        '^lightning/actions$': '<rootDir>/config/jest/actions.ts',
        '^test/(.*)$': '<rootDir>/config/jest/$1'
    },
    setupFilesAfterEnv: ['<rootDir>/config/jest/setup.cjs'],
    collectCoverageFrom: ['force-app/**/lwc/**/*.{ts,html}', '!**/__tests__/**']
};

const node = {
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '\\.ts$': '<rootDir>/scripts/build/jestStripTypes.cjs' }
};

const scripts = {
    ...node,
    displayName: 'scripts',
    roots: ['<rootDir>/scripts'],
    testMatch: ['**/__tests__/**/*.test.ts'],
    collectCoverageFrom: ['scripts/**/*.ts', '!**/__tests__/**']
};

const browser = {
    ...node,
    displayName: 'browser',
    roots: ['<rootDir>/scripts/e2e'],
    testMatch: ['**/*.e2e.ts']
};

// Babel's coverage sees neither templates nor components in TypeScript.
export default { projects: [components, scripts, browser], coverageProvider: 'v8' };
