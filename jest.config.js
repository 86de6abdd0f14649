import { jestConfig } from '@salesforce/sfdx-lwc-jest/config.js';

const lwc = {
    ...jestConfig,
    displayName: 'lwc',
    rootDir: '.',
    roots: ['<rootDir>/force-app'],
    collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**']
};

const scripts = {
    displayName: 'scripts',
    rootDir: '.',
    roots: ['<rootDir>/scripts'],
    testEnvironment: 'node',
    testMatch: ['**/__tests__/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '\\.ts$': '<rootDir>/scripts/build/jestStripTypes.cjs' },
    collectCoverageFrom: ['scripts/**/*.ts', '!**/__tests__/**']
};

export default { projects: [lwc, scripts] };
