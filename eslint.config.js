import { defineConfig, globalIgnores } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import * as bans from './scripts/eslint/bans.mjs'
import { latchkey } from './scripts/eslint/plugin.mjs'

const TIMED_TESTS = ['**/*.{test,spec}.{ts,tsx}', 'test/**', 'e2e/**']
const TESTS = [...TIMED_TESTS, 'bench/**']
const MEASURING = ['test/support/{processor-time,stopwatch,wait-until}.ts']
const SCRIPTS = ['scripts/**', '*.config.{js,ts,mjs}', 'prisma/*.mjs']
const PRODUCT = ['{app,components,lib,cli}/**/*.{ts,tsx}', 'server.ts']

/** @param {number} max @returns {import('eslint').Linter.RulesRecord} */
const lines = (max) => ({ 'max-lines': ['error', { max }] })

/**
 * Later settings of a rule replace earlier ones, so each block lists all of its bans.
 * @param {...(readonly bans.Ban[])} lists
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restricted = (...lists) => ({ 'no-restricted-syntax': ['error', ...bans.everywhere, ...lists.flat()] })

export default defineConfig(
  globalIgnores(['**/.*/**', 'data/', 'test-results/', 'lib/db/generated/', 'next-env.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  {
    name: 'latchkey/everywhere',
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { latchkey },
    rules: {
      ...lines(300),
      ...restricted(bans.partialTests),
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'latchkey/file-name': 'error',
      'latchkey/import-direction': 'error',
      eqeqeq: 'error',
      'no-empty': 'error',
      'no-eval': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-useless-assignment': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Deprecated only to stand out: it is how the library accepts plain HTTP, which we accept on loopback.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Text is deliberately measured in code points.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Takes half of the linter's time, for a mistake that needs more classes than this project has.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    name: 'latchkey/product',
    files: PRODUCT,
    rules: {
      'no-console': 'error',
      'latchkey/loose-end': 'error',
      ...restricted(bans.partialTests, bans.environment, bans.weakRandomness),
    },
  },
  {
    name: 'latchkey/server',
    files: ['{lib,cli,app/api}/**/*.ts', 'server.ts'],
    rules: restricted(bans.partialTests, bans.environment, bans.clock, bans.weakRandomness, bans.randomness),
  },
  { files: ['lib/base/env.ts'], rules: restricted(bans.clock, bans.weakRandomness, bans.randomness) },
  { files: ['lib/base/clock.ts'], rules: restricted(bans.environment, bans.weakRandomness, bans.randomness) },
  { files: ['lib/base/{crypto,passwords}/**'], rules: restricted(bans.environment, bans.clock, bans.weakRandomness) },
  {
    // The pause before a retry is random. An attacker who predicts it gains nothing.
    files: ['lib/db/transaction.ts'],
    rules: restricted(bans.environment, bans.clock, bans.randomness),
  },
  {
    name: 'latchkey/two-bundles',
    files: ['{app,lib}/**/*.{ts,tsx}', 'server.ts'],
    ignores: TESTS,
    rules: { 'latchkey/shared-class': 'error' },
  },
  {
    name: 'latchkey/doc-comments',
    files: ['lib/**/*.ts'],
    ignores: ['**/{schema,contract,verify-schema,introspect-schema}.ts', 'lib/base/schema/**', '**/*.test.ts'],
    rules: { 'latchkey/doc-comment': 'error' },
  },
  {
    name: 'latchkey/pages',
    files: ['components/**/*.{ts,tsx}', 'app/**/*.tsx'],
    rules: {
      'no-restricted-globals': [
        'error',
        {
          name: 'fetch',
          message: 'Send requests from pages through lib/edge/client/send.ts, which names the account.',
        },
      ],
    },
  },
  { files: ['app/**/route.ts'], rules: lines(40) },
  { files: ['app/**/page.tsx'], rules: lines(80) },
  { files: ['components/**/*.tsx'], rules: lines(150) },
  {
    name: 'latchkey/react',
    files: ['**/*.tsx', 'components/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    name: 'latchkey/tests',
    files: TESTS,
    rules: {
      ...restricted(bans.partialTests),
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'latchkey/durations',
    files: TIMED_TESTS,
    ignores: MEASURING,
    rules: restricted(bans.partialTests, bans.durations),
  },
  {
    name: 'latchkey/plain-javascript',
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  { files: SCRIPTS, rules: { 'latchkey/import-direction': 'off' } },
)
