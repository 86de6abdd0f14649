import lwcRecommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jest from 'eslint-plugin-jest';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const components = 'force-app/**/lwc/**/*.ts';
const scripts = 'scripts/**/*.ts';

export default defineConfig([
    globalIgnores(['node_modules', '.local-org', 'coverage', 'force-app/**/lwc/**/*.js']),
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    {
        files: [components],
        extends: [tseslint.configs.recommended, lwcRecommended],
        languageOptions: { parser: tseslint.parser },
        // TypeScript's own rule knows the names in types; this one takes them for variables.
        rules: { 'no-unused-vars': 'off', '@typescript-eslint/no-unused-vars': 'error' }
    },
    {
        files: [scripts],
        extends: [tseslint.configs.strict],
        rules: {
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': [
                'error',
                { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
            ],
            'max-depth': ['error', 4],
            'no-console': 'off'
        }
    },
    {
        files: ['**/__tests__/**/*.ts'],
        extends: [jest.configs['flat/recommended']]
    }
]);
