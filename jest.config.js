import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

const components = {
    ...jestConfig,
    displayName: 'components',
    roots: ['<rootDir>/force-app'],
    moduleNameMapper: { '^test/(.*)$': '<rootDir>/config/jest/$1' },
    setupFilesAfterEnv: ['<rootDir>/config/jest/setup.cjs'],
    collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**']
};

const scripts = {
    displayName: 'scripts',
    roots: ['<rootDir>/scripts'],
    testEnvironment: 'node',
    testMatch: ['**/__tests__/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '\\.ts$': '<rootDir>/scripts/build/jestStripTypes.cjs' },
    collectCoverageFrom: ['scripts/**/*.ts', '!**/__tests__/**']
};

export default { projects: [components, scripts] };
